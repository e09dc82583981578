/**
 * SAF-T Cash Register data 1.00 of the Norwegian tax administration (Skatteetaten): header and
 * masters first, then for every workstation its events, with a report for every Z, and its
 * transactions. The schema's order of elements and its keys are kept, and amounts have its two
 * decimals.
 */
@NullMarked
package io.tidemark.fog.export.saft;

import org.jspecify.annotations.NullMarked;
