/**
 * The day in the words of ARTS POSLog 6, as JSON: elements are fields by their names, attributes
 * are fields beside them, and an element with attributes has its content as {@code Value}. One
 * transaction for every entry, in the order of the journals.
 */
@NullMarked
package io.tidemark.fog.export.poslog;

import org.jspecify.annotations.NullMarked;
