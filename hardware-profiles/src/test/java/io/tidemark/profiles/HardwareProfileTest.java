package io.tidemark.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareProfileTest {
    private static final String TILL =
            """
            corner-shop:
              role: till
              heapMegabytes: 128
              collector: serial
              compiler: quick
              batchKilobytes: 64
              receiptDays: 40
            """;

    @Test
    void a_till_that_names_no_profile_gets_the_small_one() {
        HardwareProfile profile = HardwareProfile.of(Optional.empty(), "till");

        assertThat(profile.name()).isEqualTo("till-small");
    }

    @Test
    void a_named_profile_is_taken_whatever_the_role_usually_has() {
        HardwareProfile profile = HardwareProfile.of(Optional.of("till-standard"), "till");

        assertThat(profile.name()).isEqualTo("till-standard");
    }

    @Test
    void an_unknown_profile_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> HardwareProfile.of(Optional.of("till-huge"), "till"))
                .isInstanceOf(UnknownProfile.class)
                .hasMessageContaining("till-huge")
                .hasMessageContaining(
                        "till-small, till-standard, handheld-rugged, gateway-standard");
    }

    @Test
    void settings_become_the_flags_of_the_process() {
        HardwareProfile profile = ProfileFile.parse(TILL).named("corner-shop");

        assertThat(profile.jvmFlags())
                .contains("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        assertThat(profile.batchBytes()).isEqualTo(65_536);
    }

    @Test
    void only_head_office_keeps_receipts_for_ever_unless_it_is_told_to() {
        assertThat(HardwareProfile.of(Optional.empty(), "till").receiptDays()).isEqualTo(35);
        assertThat(HardwareProfile.of(Optional.empty(), "gateway").receiptDays()).isEqualTo(400);
        assertThat(HardwareProfile.of(Optional.empty(), "head-office").receiptDays()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "heapMegabytes: 128, heapMegabytes: 12, heapMegabytes is 12",
        "heapMegabytes: 128, heapMegabytes: much, heapMegabytes is 'much'",
        "collector: serial, collector: none, NONE",
        "batchKilobytes: 64, batchKilobytes: 8192, batchKilobytes is 8192",
        "batchKilobytes: 64, batchSize: 64, must have exactly the settings",
        "receiptDays: 40, receiptDays: 29, receiptDays is 29",
    })
    void a_wrong_setting_is_refused_by_the_name_of_its_profile(
            String right, String wrong, String reason) {
        String yaml = TILL.replace(right, wrong);

        assertThatThrownBy(() -> ProfileFile.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corner-shop")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"till", "gateway", "head-office"})
    void a_jvm_starts_with_the_flags_of_every_role(String role)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HardwareProfile.of(Optional.empty(), role).jvmFlags());
        command.add("-version");

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning");
    }
}
