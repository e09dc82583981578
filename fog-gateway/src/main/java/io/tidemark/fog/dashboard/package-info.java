/**
 * The gateway's page and API for the people of the store, on the loopback address. {@link
 * io.tidemark.fog.dashboard.StoreView} gathers what the other packages know; the API tells it as
 * JSON, the page as HTML that is pushed again, section by section, whenever something changes.
 */
@NullMarked
package io.tidemark.fog.dashboard;

import org.jspecify.annotations.NullMarked;
