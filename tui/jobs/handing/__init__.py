"""What leaves this computer, noted: files that were made of a dossier, copies that were carried away."""
