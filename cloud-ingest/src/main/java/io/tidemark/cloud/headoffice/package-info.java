/**
 * What people see of head office, on this machine only: a page of stores × days, down to a store's
 * Z, with alerts and the state of the archive, and the same as JSON. {@link
 * io.tidemark.cloud.headoffice.Board} decides what each day of each store is; pages are rendered on
 * the server, and fetch themselves again when the server says that something was filed.
 */
@NullMarked
package io.tidemark.cloud.headoffice;

import org.jspecify.annotations.NullMarked;
