"""Other processes of the program: started in one way, given orders, ended with the one that started them."""
