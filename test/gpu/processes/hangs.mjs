// A driver that never comes back.
for (;;);
