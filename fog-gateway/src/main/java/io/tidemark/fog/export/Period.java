package io.tidemark.fog.export;

import java.time.OffsetDateTime;

/**
 * What one till Z covers, or what no till Z covers yet.
 *
 * @param zNumber the till Z's; where there is none, the one that its next Z gets
 * @param byTill whether the till ended its day
 * @param at when it did; where it did not, when it recorded the last entry that is here
 */
public record Period(long zNumber, boolean byTill, OffsetDateTime at) {}
