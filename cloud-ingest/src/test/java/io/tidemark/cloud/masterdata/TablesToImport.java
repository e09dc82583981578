package io.tidemark.cloud.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.masterdata.CsvFaults.Fault;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tables of head office, in files of their own, and what importing them finds. */
abstract class TablesToImport {
    static final String COLUMNS =
            "plu,gtin,description,department,tax,unit,price,currency,cost,stores\n";

    @TempDir Path directory;
    final Map<Table, Path> tables = new EnumMap<>(Table.class);

    @BeforeEach
    void taxes() throws IOException {
        table(Table.TAXES, "code,rate,name\nS,20,Standard\nZ,0%,Zero\n");
        table(Table.PRODUCTS, COLUMNS + "OK,,fine,gifts,S,,1,GBP,,\n");
    }

    void table(Table table, String csv) throws IOException {
        tables.put(table, Files.write(directory.resolve(table.file()), csv.getBytes(UTF_8)));
    }

    Importing importing() {
        return new Importing(tables, Optional.empty(), store -> store.equals("s001"), false);
    }

    Drafts drafts() {
        return new Drafts(directory, Room.ENDLESS);
    }

    List<Fault> faults() throws IOException {
        Importing importing = importing();
        importing.content(drafts()).close();
        assertThat(importing.faults().count())
                .isBetween(1L, (long) importing.faults().named().size());
        return importing.faults().named();
    }

    /** By file, line and column. */
    void assertFaults(Tuple... expected) throws IOException {
        assertThat(faults())
                .extracting(Fault::file, Fault::line, Fault::column)
                .containsExactlyInAnyOrder(expected);
    }
}
