// Emscripten's programs know only an environment of their own; tests are told where they stand.
Module.preRun = [].concat(Module.preRun || [], () => Object.assign(ENV, process.env));
