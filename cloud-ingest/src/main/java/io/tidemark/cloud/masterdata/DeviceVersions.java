package io.tidemark.cloud.masterdata;

import java.util.Map;
import java.util.function.Function;

/**
 * Which version each device of a store sells by, as far as its gateway has told.
 *
 * @param of a store's devices by their labels
 */
public record DeviceVersions(Function<String, Map<String, Long>> of) {}
