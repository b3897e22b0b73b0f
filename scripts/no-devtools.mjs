// Stands in for react-devtools-core, which Ink imports only in development.
const none = {};
export { none as default };
