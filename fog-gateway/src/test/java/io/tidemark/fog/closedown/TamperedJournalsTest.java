package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals that are not what they were when a day was closed. */
class TamperedJournalsTest extends RecomputedStore {
    @Test
    void one_flipped_byte_anywhere_in_the_days_journal_stops_it_and_names_the_entry()
            throws IOException {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        Path segment = segment("till-1");
        byte[] whole = Files.readAllBytes(segment);
        int end = written(whole);

        for (int at = 0; at < end; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(segment, flipped);
            Recomputing fresh = recomputing(0);

            compute(fresh);

            assertThat(fresh.sendable()).as("byte %d", at).isZero();
            assertThat(fresh.all().getFirst().state()).isEqualTo(Sealing.State.STOPPED);
            assertThat(fresh.all().getFirst().differences().getFirst()).contains("till-1");
        }
    }

    @Test
    void files_that_are_lost_older_or_anothers_stop_it_and_name_the_journal() throws IOException {
        Path journal = firstTills();
        Path older = closesTheDayAfterACopy();
        Path whole = copied(journal, directory.resolve("whole"));

        Files.move(journal, directory.resolve("away"));
        assertStopped("nothing");
        Files.move(directory.resolve("away"), journal);
        overwritten(journal, older);
        assertStopped("an older copy");
        overwritten(journal, directory.resolve("journal/s001.till-2.1"));
        assertStopped("another till's");
        overwritten(journal, whole);
        compute(recomputing);
        assertThat(recomputing.sendable()).isEqualTo(last());
    }

    @Test
    void a_journal_rewritten_by_who_has_the_disks_key_and_not_the_tills_stops_it()
            throws IOException {
        Path journal = firstTills();
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        LaboratoryStore forger = new LaboratoryStore("till-1", "till-2");
        try (LaboratoryGateway forged =
                new LaboratoryGateway(forger, directory.resolve("forged"), TODAY)) {
            forged.receives(forger.till("till-1").opens(DAY).sells("2.50").closesDay());
            overwritten(journal, directory.resolve("forged/journal/s001.till-1.1"));
        }

        compute(recomputing);

        assertThat(recomputing.sendable()).isZero();
        assertThat(recomputing.all().getFirst().differences())
                .containsExactly(
                        "the head at entry 4 of journal s001.till-1.1 is not signed with its"
                                + " device's key");
    }

    @Test
    void a_gateway_whose_disk_was_put_back_says_what_its_close_downs_had_taken_in()
            throws IOException {
        Path journal = firstTills();
        Path older = closesTheDayAfterACopy();
        gateway.receives(two.sells("3.00"));
        assertThat(gateway.closed(DAY).supplement()).isEqualTo(1);
        gateway.close();
        overwritten(journal, older);
        Files.delete(directory.resolve("marks/s001.till-1.1.mark"));

        gateway = gateway.reopened();

        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .extracting(Refold.Difference::text)
                .containsExactly(
                        "Z 1 of 2026-11-20 says entries up to 5 of journal s001.till-1.1, which ends"
                                + " at 3 here",
                        "Z 1 of 2026-11-20, supplement 1 says entries up to 5 of journal"
                                + " s001.till-1.1, which ends at 3 here");
    }

    /** Of the first till's journal, before its last sale. */
    private Path closesTheDayAfterACopy() throws IOException {
        gateway.receives(one.opens(DAY).sells("2.50"));
        Path copy = copied(firstTills(), directory.resolve("older"));
        gateway.receives(one.sells("7.00").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        gateway.closed(DAY);
        return copy;
    }

    private Path firstTills() {
        return directory.resolve("journal/s001.till-1.1");
    }

    private void assertStopped(String with) {
        Recomputing fresh = recomputing(0);
        compute(fresh);
        assertThat(fresh.sendable()).as(with).isZero();
        assertThat(fresh.all().getFirst().differences().getFirst()).contains("s001.till-1.1");
    }

    private static Path copied(Path journal, Path to) throws IOException {
        Files.createDirectories(to);
        overwritten(to, journal);
        return to;
    }

    /** In the same files, which the gateway has open. */
    private static void overwritten(Path journal, Path by) throws IOException {
        for (String file : List.of("forced", "segment-000001.tmj"))
            Files.write(journal.resolve(file), Files.readAllBytes(by.resolve(file)));
    }
}
