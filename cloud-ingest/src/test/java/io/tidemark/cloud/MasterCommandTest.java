package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.command.NodeShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on the command line, of a head office that runs. */
class MasterCommandTest {
    private static final String COLUMNS = "plu,description,department,tax,price,currency,unit\n";
    private static final String GOOD = COLUMNS + "71053,LANTERN,gifts,S,3.39,GBP,\n";

    @TempDir private Path directory;
    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeShell shell;
    private Path taxes;

    /** What a command ended with and printed. */
    private record Said(int code, String words) {}

    @BeforeEach
    void a_store_and_its_head_office() throws Exception {
        organisation = Organisation.found(directory);
        organisation.store("s001", 1);
        headOffice = organisation.run();
        shell = organisation.shellBeside(headOffice);
        taxes = file("taxes.csv", "code,rate\nS,20\n");
    }

    @AfterEach
    void stop() {
        headOffice.close();
    }

    @Test
    void what_is_only_tried_is_not_staged_and_what_is_staged_is_published_and_shown()
            throws Exception {
        Path products = file("products.csv", GOOD);

        Said tried = imports(products, "--dry-run");
        assertThat(tried.code()).as(tried.words()).isZero();
        assertThat(tried.words())
                .contains("1 products")
                .contains("Nothing is staged: it was a dry run");
        Said tooEarly = master("publish");
        assertThat(tooEarly.code()).as("refused by head office").isEqualTo(1);
        assertThat(tooEarly.words()).contains("nothing is staged");
        assertThat(imports(products).words()).contains("Staged as version 1.");
        assertThat(master("status").words()).contains("staged as 1: 1 products; not published");
        Said published = master("publish", "--operator", "Olga");

        assertThat(published.code()).as(published.words()).isZero();
        assertThat(published.words()).contains("Version 1 is published: 1 products");
        assertThat(master("status").words())
                .containsPattern("version 1 .* Olga")
                .containsPattern("s001 +version not told")
                .containsPattern("till-1 +version not told");
        assertThat(master("status", "--json").words()).contains("\"versions\":[{\"version\":1,");
    }

    @Test
    void every_bad_row_is_named_with_all_that_is_bad_in_it_and_nothing_is_staged()
            throws Exception {
        Path products =
                file(
                        "products.csv",
                        GOOD
                                + "1,,gifts,X,free,GBP,\n2,BOX,gifts,S,1.00,GBP,\n3,BAG,gifts,S,1,GBP,crate\n");

        Said bad = imports(products);

        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.words().lines().filter(line -> line.startsWith("products.csv, line 3,")))
                .extracting(line -> line.replaceAll(":.*", ""))
                .containsExactlyInAnyOrder(
                        "products.csv, line 3, column tax",
                        "products.csv, line 3, column description",
                        "products.csv, line 3, column price");
        assertThat(bad.words())
                .contains("products.csv, line 5, column unit: ")
                .doesNotContain("line 4")
                .contains("2 bad rows: nothing is staged");
        assertThat(master("publish").words()).contains("nothing is staged");
    }

    @Test
    void what_is_added_changed_and_gone_is_said_before_and_when_it_is_staged() throws Exception {
        imports(file("products.csv", GOOD + "84406B,HANGER,gifts,S,2.75,GBP,\n"));
        master("publish");
        Path other =
                file(
                        "products.csv",
                        COLUMNS + "71053,LANTERN,gifts,S,3.49,GBP,\nNEW,N,d,S,1,GBP,\n");

        Said tried = imports(other, "--dry-run");
        Said none = imports(file("none.csv", COLUMNS));
        Said meant = imports(file("none.csv", COLUMNS), "--dry-run", "--allow-empty");

        assertThat(tried.words())
                .contains("products: 1 added, 1 changed, 1 gone")
                .contains("taxes: 0 added, 0 changed, 0 gone");
        assertThat(imports(other).words()).contains("products: 1 added, 1 changed, 1 gone");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.words()).contains("products.csv, line 1: there is no row", "--allow-empty");
        assertThat(meant.code()).as(meant.words()).isZero();
        assertThat(meant.words()).contains("products: 0 added, 0 changed, 2 gone");
    }

    @Test
    void a_head_office_that_does_not_run_is_said_not_to() {
        Said said = said("status", directory.resolve("elsewhere").toString());

        assertThat(said.code()).isNotZero();
        assertThat(said.words()).contains("head office does not run in");
    }

    @Test
    void a_file_that_is_no_table_is_refused_with_what_to_do() throws Exception {
        assertThat(imports(directory).words()).contains("is a directory: give the CSV file");
        assertThat(imports(directory.resolve("gone.csv")).words()).contains("is not there");
        assertThat(imports(file("empty.csv", "")).words()).contains("first line names its columns");
        assertThat(imports(file("open.csv", COLUMNS + "1,\"BOX,gifts,S,1,GBP,\n")).words())
                .contains("see whether a quote is opened and not closed", "1 bad row: nothing")
                .doesNotContain("Exception");
    }

    @Test
    void another_nodes_directory_is_said_to_be_none_of_head_office() throws Exception {
        Path gateway = organisation.store("s002", 1).gateway().home();

        Said said = said("status", gateway.toString());

        assertThat(said.code()).isNotZero();
        assertThat(said.words()).contains("is the home of a gateway: give head office's");
    }

    private Said imports(Path products, String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--taxes", taxes.toString(), "--products", products.toString()));
        return master("import", words.toArray(String[]::new));
    }

    private Said master(String verb, String... options) {
        List<String> words = new ArrayList<>(List.of(verb, organisation.home().toString()));
        words.addAll(List.of(options));
        return said(words.toArray(String[]::new));
    }

    private Said said(String... words) {
        List<String> all = new ArrayList<>(List.of("master"));
        all.addAll(List.of(words));
        NodeShell.Ended ended = NodeShell.typed(shell.deployable(), all.toArray(String[]::new));
        return new Said(ended.code(), ended.out() + ended.err());
    }

    private Path file(String name, String csv) throws IOException {
        return Files.writeString(directory.resolve(name), csv);
    }
}
