package io.tidemark.edge.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A basket that this till took up and has not finished.
 *
 * @param workstation where it had been suspended
 * @param day on which it was taken up
 * @param here where its lines are recorded; null if another till suspended it
 */
public record TakenUp(String basket, String workstation, LocalDate day, @Nullable Parked here) {}
