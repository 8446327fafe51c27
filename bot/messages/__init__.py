"""What people see in Discord. Pure: values in, messages out."""
