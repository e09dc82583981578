package io.tidemark.fog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same day, exported on machines of other zones and languages. */
class ExportsElsewhereTest {
    private static final long SEED = 4;

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale language = Locale.getDefault();

    @TempDir Path directory;

    @AfterEach
    void home() {
        TimeZone.setDefault(zone);
        Locale.setDefault(language);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "tr-TR, Asia/Kathmandu",
        "ar-EG-u-nu-arab, Pacific/Honolulu",
        "th-TH-u-ca-buddhist-nu-thai, Pacific/Kiritimati",
        "hi-IN-u-nu-deva, America/St_Johns"
    })
    void another_machines_zone_and_language_change_no_byte_of_any_format(
            String tag, String elsewhere) {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, SEED)) {
            Map<ExportFormat, byte[]> here = exported(closed);

            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));

            assertThat(exported(closed)).containsExactlyEntriesOf(here);
        }
    }

    @Test
    void a_day_that_was_closed_elsewhere_is_exported_here() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
        Path disk = directory.resolve("disk");
        try (ClosedAtHand closed = ClosedAtHand.some(disk, SEED)) {
            home();

            assertThat(disk.resolve("journal/s001.till-1.1/segment-000001.tmj")).exists();
            assertThat(exported(closed)).hasSize(ExportFormat.values().length);
        }
    }

    private static Map<ExportFormat, byte[]> exported(ClosedAtHand closed) {
        Map<ExportFormat, byte[]> all = new EnumMap<>(ExportFormat.class);
        for (ExportFormat format : ExportFormat.values()) all.put(format, closed.exported(format));
        return all;
    }
}
