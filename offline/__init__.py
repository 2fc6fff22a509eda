"""The zips for laptops without a network: making them, and starting from one once unpacked."""
