"""Tell us: how somebody without an account writes to the register, and reads what is answered."""
