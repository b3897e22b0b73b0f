// Stands in for Ink's developer tools, which it imports only in development.
export {};
