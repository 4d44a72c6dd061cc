"""What goes over the line to the terminal: screens of random sessions recorded once, drawn by the app and by ncurses, counted by kind of key."""
