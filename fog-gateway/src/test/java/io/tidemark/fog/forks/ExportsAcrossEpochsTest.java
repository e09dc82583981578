package io.tidemark.fog.forks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.export.ClosedDays;
import io.tidemark.fog.export.DayExport;
import io.tidemark.fog.export.DsfinvkRules;
import io.tidemark.fog.export.ExportFormat;
import io.tidemark.fog.export.Hledger;
import io.tidemark.fog.export.SaftRules;
import io.tidemark.fog.export.Writing;
import io.tidemark.fog.export.ZippedFiles;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.epoch.Continuation;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports of days that several journals of one place in the store have a part in. */
class ExportsAcrossEpochsTest extends SuccessorsAtHand {
    @Test
    void an_approved_branch_is_told_once_and_in_the_order_in_which_the_till_worked()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = approved();
        Continuation offer = offers.to(till.journal().node()).getFirst();
        LaboratoryTill next = put.continues(grant, offer.carried().orElseThrow());
        gateway.receives(next.sells("1.00").closesDay());
        closed("till-9");

        assertIsWhatFormatsDemand();
        String journal = exported(ExportFormat.HLEDGER).toString(UTF_8);

        // 100 float, 2 x 2.50 shared, 2 x 4.00 accepted, 2 x 7.00 on the branch, 2 x 1.00 after.
        assertThat(Hledger.refused(directory, journal.getBytes(UTF_8))).isEmpty();
        assertThat(journal).contains("  0.00 GBP = 129.00 GBP");
        assertThat(journal.lines().filter(line -> line.contains(" sale ")))
                .extracting(line -> line.substring(line.indexOf("entry ")))
                .containsExactly(
                        "entry till-1.1.3",
                        "entry till-1.1.4",
                        "entry till-1.2.2",
                        "entry till-1.2.3");
    }

    @Test
    void a_replaced_tills_day_is_told_at_both_places() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant grant = replacing(headOffice);
        LaboratoryTill next = store.till("till-9").replaces(grant, carried(grant));
        gateway.receives(next.sells("4.00").closesDay());
        closed();

        assertIsWhatFormatsDemand();
        String journal = exported(ExportFormat.HLEDGER).toString(UTF_8);

        assertThat(Hledger.refused(directory, journal.getBytes(UTF_8))).isEmpty();
        assertThat(journal)
                .contains("assets:drawer:till-1:CASH  0.00 GBP = 105.00 GBP")
                .contains("assets:drawer:till-9:CASH  0.00 GBP = 8.00 GBP");
    }

    private void assertIsWhatFormatsDemand() throws Exception {
        Map<String, byte[]> dsfinvk = ZippedFiles.of(exported(ExportFormat.DSFINVK).toByteArray());
        byte[] saft = exported(ExportFormat.SAFT).toByteArray();

        assertThat(DsfinvkRules.broken(dsfinvk, LaboratoryStore.GBP.digits())).isEmpty();
        assertThat(SaftRules.broken(saft, LaboratoryStore.GBP.digits())).isEmpty();
    }

    private ByteArrayOutputStream exported(ExportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClosedDays days =
                new ClosedDays(
                        store.gateway(),
                        store.roster().store(LaboratoryStore.STORE).orElseThrow(),
                        gateway.journals.all(),
                        gateway.storeJournal.state(),
                        new ClosedDays.OnPaper(true, gateway.storeJournal::products));
        Writing writing =
                new Writing("1", OffsetDateTime.of(2026, 11, 21, 8, 0, 0, 0, ZoneOffset.UTC));
        DayExport.of(days.of(DAY, writing).orElseThrow(), format).write(out);
        return out;
    }
}
