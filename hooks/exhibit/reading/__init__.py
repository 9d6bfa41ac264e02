"""Reading: from YAML files to one linked exhibit; ``load`` reads the data, ``geometry`` the coasts and borders."""
