"""The folder for a USB stick from which the program is installed without a network: its wheels, scripts, guide."""
