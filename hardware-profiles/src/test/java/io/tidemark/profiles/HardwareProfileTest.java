package io.tidemark.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HardwareProfileTest {
    private static final String TILL =
            """
            corner-shop:
              role: till
              machine: what stood in the corner
              heapMegabytes: 128
              heapStartMegabytes: 16
              metaspaceMegabytes: 96
              codeCacheMegabytes: 32
              directMegabytes: 64
              tableCacheMegabytes: 6
              columnMegabytes: 4
              nativeArenas: 1
              collector: serial
              compiler: quick
              compilerThreads: 1
              compactObjectHeaders: true
              batchKilobytes: 64
              receiptDays: 40
              telemetrySeconds: 10
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
                .contains(
                        "-Xmx128m",
                        "-Xms16m",
                        "-XX:MaxMetaspaceSize=96m",
                        "-XX:ReservedCodeCacheSize=32m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-Dtidemark.tables.cache-kilobytes=6144",
                        "-XX:+UseSerialGC",
                        "-XX:NewRatio=5",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:C1MaxInlineSize=15",
                        "-XX:CICompilerCount=1",
                        "-XX:+UseCompactObjectHeaders");
        assertThat(profile.environment()).containsExactly("MALLOC_ARENA_MAX=1");
        assertThat(profile.batchBytes()).isEqualTo(65_536);
        assertThat(profile.columnBytes()).isEqualTo(4_194_304);
    }

    @Test
    void a_gateway_has_both_compilers_and_copies_no_long_methods() {
        assertThat(HardwareProfile.of(Optional.empty(), "gateway").jvmFlags())
                .contains("-XX:TieredStopAtLevel=4", "-XX:InlineSmallCode=1000");
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
        "heapStartMegabytes: 16, heapStartMegabytes: 129, heapStartMegabytes is 129",
        "metaspaceMegabytes: 96, metaspaceMegabytes: 9, metaspaceMegabytes is 9",
        "codeCacheMegabytes: 32, codeCacheMegabytes: 2, codeCacheMegabytes is 2",
        "directMegabytes: 64, directMegabytes: 1, directMegabytes is 1",
        "tableCacheMegabytes: 6, tableCacheMegabytes: 33, tableCacheMegabytes is 33",
        "columnMegabytes: 4, columnMegabytes: 33, columnMegabytes is 33",
        "nativeArenas: 1, nativeArenas: -1, nativeArenas is -1",
        "compilerThreads: 1, compilerThreads: 65, compilerThreads is 65",
        "compiler: quick, compiler: full, two compilers need one each",
        "compactObjectHeaders: true, compactObjectHeaders: some, compactObjectHeaders is 'some'",
        "machine: what stood in the corner, machine: '', machine says nothing",
        "batchKilobytes: 64, batchSize: 64, must have exactly the settings",
        "receiptDays: 40, receiptDays: 29, receiptDays is 29",
        "telemetrySeconds: 10, telemetrySeconds: 23, telemetrySeconds is 23",
    })
    void a_wrong_setting_is_refused_by_the_name_of_its_profile(
            String right, String wrong, String reason) {
        String yaml = TILL.replace(right, wrong);

        assertThatThrownBy(() -> ProfileFile.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corner-shop")
                .hasMessageContaining(reason);
    }

    @Test
    void every_kind_of_machine_has_its_profile() {
        assertThat(ProfileFile.shipped().profiles())
                .extracting(HardwareProfile::name)
                .containsExactly(
                        "till-small",
                        "till-standard",
                        "handheld-rugged",
                        "gateway-standard",
                        "gateway-server",
                        "head-office-standard");
    }

    @Test
    void every_setting_is_explained_at_the_top_of_the_file() throws IOException {
        String file = shipped();
        String explained = file.substring(0, file.indexOf("till-small:"));

        assertThat(ProfileFile.SETTINGS)
                .allSatisfy(
                        setting -> assertThat(explained).containsPattern("#   " + setting + " "));
    }

    @Test
    void every_number_of_the_smallest_machine_says_why_it_is_that() throws IOException {
        String file = shipped();
        String till = file.substring(file.indexOf("till-small:"), file.indexOf("till-standard:"));

        assertThat(till.lines().filter(line -> line.matches(".*: +\\d+.*")))
                .allSatisfy(line -> assertThat(line).contains(" # "));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_jvm_starts_with_the_flags_of_every_profile(HardwareProfile profile)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(profile.jvmFlags());
        command.add("-version");

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning");
    }

    static List<HardwareProfile> profiles() {
        return ProfileFile.shipped().profiles();
    }

    private static String shipped() throws IOException {
        try (InputStream file = HardwareProfile.class.getResourceAsStream("profiles.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
