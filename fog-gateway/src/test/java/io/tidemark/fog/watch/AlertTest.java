package io.tidemark.fog.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertTest {
    @ParameterizedTest
    @EnumSource
    void what_a_device_says_of_itself_is_told_apart_wherever_its_kind_stands(Alert.Kind kind) {
        assertThat(kind.isOfDevice()).isEqualTo(kind.name().startsWith("DEVICE_"));
    }
}
