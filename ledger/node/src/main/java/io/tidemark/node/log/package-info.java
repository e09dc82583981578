/**
 * What a node says while it runs, on standard error; standard output is for what was asked. Set up
 * in code, for the logging library's own files would have it load an XML parser at every start.
 */
@NullMarked
package io.tidemark.node.log;

import org.jspecify.annotations.NullMarked;
