"""The commands, a module each; ``cli`` names them."""
