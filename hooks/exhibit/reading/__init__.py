"""Reading: from YAML files to one linked exhibit; only ``load`` reads the disk."""
