package io.tidemark.fog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.proof.HeadCode;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.ProofText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill one = store.till("till-1");
    private final LaboratoryTill two = store.till("till-2");
    private final PublicKeys keys = PublicKeys.of(store.roster());
    @AutoClose private LaboratoryGateway gateway;

    ProvingTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY.plusDays(1));
    }

    @Test
    void every_receipt_of_a_closed_day_is_proven_by_its_id_with_the_stores_key_alone() {
        sellsAndCloses(DAY);
        sellsAndCloses(DAY.plusDays(1));

        for (long sequence : new long[] {3, 4}) {
            DayProof proof = ProofText.parse(ProofText.of(proof(id(two, sequence))));

            Checked checked = Checked.of(proof, Optional.empty(), PublicKeys.parse(keys.text()));

            assertThat(checked.proven()).isTrue();
            assertThat(checked.lines().getFirst())
                    .startsWith("proven: sale completed, receipt " + (sequence - 2));
            assertThat(checked.lines().get(1))
                    .isEqualTo("is entry " + (sequence + 4) + " of the 9 in Z 1 of 2026-11-20,");
            assertThat(checked.lines().get(2)).startsWith("which is number 1 of the 2 in the log");
        }
    }

    @Test
    void what_the_qr_code_says_leads_to_the_same_proof_and_is_held_against_it() {
        sellsAndCloses(DAY);
        SignedHead code = HeadCode.parse(HeadCode.of(head(two, 4)));

        DayProof proof = proof(HeadCode.of(code));

        assertThat(proof).isEqualTo(proof(id(two, 4)));
        assertThat(Checked.of(proof, Optional.of(code), keys).lines().getLast())
                .isEqualTo("the receipt's code is of this very entry: 4 of s001.till-2.1");
        assertThat(Checked.of(proof, Optional.of(head(two, 3)), keys).lines())
                .singleElement()
                .asString()
                .startsWith("not proven: the code is of another entry: 3 of s001.till-2.1");
        assertThat(Checked.of(code, keys).proven()).isTrue();
    }

    @Test
    void another_stores_key_proves_nothing() {
        sellsAndCloses(DAY);
        PublicKeys others = PublicKeys.of(new LaboratoryStore("till-1", "till-2").roster());

        assertThat(Checked.of(proof(id(one, 3)), Optional.empty(), others).proven()).isFalse();
        assertThat(Checked.of(head(two, 4), others).proven()).isFalse();
        assertThat(
                        Checked.of(
                                        proof(id(one, 3)),
                                        Optional.empty(),
                                        PublicKeys.parse(
                                                "tidemark://s002.shop.example/gateway " + key()))
                                .lines())
                .containsExactly("not proven: no key of store s001 of shop.example was given");
    }

    @Test
    void the_gateways_key_alone_is_enough() {
        sellsAndCloses(DAY);

        assertThat(
                        Checked.of(proof(id(one, 3)), Optional.empty(), PublicKeys.parse(key()))
                                .proven())
                .isTrue();
    }

    @Test
    void a_receipt_that_came_late_is_proven_by_its_supplement() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00"));
        gateway.closed(DAY, "till-2");
        gateway.receives(two.sells("7.00").closesDay());

        assertThatThrownBy(() -> proof(id(two, 4)))
                .isInstanceOf(NotProvable.class)
                .hasMessageContaining("make the supplement");
        gateway.closed(DAY);

        Checked late = Checked.of(proof(id(two, 4)), Optional.empty(), keys);
        Checked early = Checked.of(proof(id(two, 3)), Optional.empty(), keys);
        assertThat(late.lines().get(1))
                .isEqualTo("is entry 1 of the 2 in Z 1 of 2026-11-20, supplement 1,");
        assertThat(early.lines().get(1)).isEqualTo("is entry 7 of the 7 in Z 1 of 2026-11-20,");
    }

    @Test
    void what_cannot_be_proven_says_why() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());

        assertThatThrownBy(() -> proof(id(one, 3)))
                .hasMessage("2026-11-20 is not closed yet: close it, then ask again");
        assertThatThrownBy(() -> proof("s001.till-1.1-1-000000"))
                .hasMessage(
                        "no receipt 1 with the characters 000000 is in journal s001.till-1.1 here");
        assertThatThrownBy(() -> proof(HeadCode.of(head(two, 0)))).hasMessageContaining("not here");
        assertThatThrownBy(() -> proof("receipt 17")).hasMessageContaining("named by its id");
        assertThatThrownBy(() -> proof("TMH1:ABC")).hasMessageContaining("no receipt's code");
    }

    @Test
    void the_log_goes_on_over_a_restart_and_older_proofs_stay_good() {
        sellsAndCloses(DAY);
        DayProof before = proof(id(one, 3));
        gateway = gateway.reopened();
        sellsAndCloses(DAY.plusDays(1));

        DayProof after = proof(id(one, 3));

        assertThat(before.head().size()).isEqualTo(1);
        assertThat(after.head().size()).isEqualTo(2);
        assertThat(Checked.of(before, Optional.empty(), keys).proven()).isTrue();
        assertThat(
                        gateway.storeJournal
                                .state()
                                .log()
                                .tree()
                                .consistency(1, 2)
                                .connects(before.head().root(), after.head().root()))
                .isTrue();
    }

    @Test
    void keys_that_cannot_be_read_are_named() {
        assertThatThrownBy(() -> PublicKeys.parse("tidemark://s001.shop.example/gateway 12"))
                .hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> PublicKeys.parse("gateway " + key()))
                .hasMessageStartingWith("the line 'gateway ");
        assertThatThrownBy(() -> PublicKeys.parse("# nothing\n"))
                .hasMessage("there is no key in it");
    }

    private void sellsAndCloses(LocalDate day) {
        gateway.receives(one.opens(day).sells("2.50").closesDay());
        gateway.receives(two.opens(day).sells("1.00").sells("1.50").closesDay());
        gateway.closed(day);
    }

    private DayProof proof(String receipt) {
        return new Proving(store.gateway(), gateway.journals.all(), gateway.storeJournal.state())
                .of(Wanted.parse(receipt));
    }

    private String key() {
        return store.roster().member(store.gateway()).orElseThrow().signingPublicKey().toString();
    }

    private SignedHead head(LaboratoryTill till, long sequence) {
        return SignedHead.sign(
                till.journal(), till.headAt(sequence), store.signer(till.journal().node()));
    }

    private static String id(LaboratoryTill till, long sequence) {
        return till.journal().label()
                + "-"
                + (sequence - 2)
                + "-"
                + till.headAt(sequence).hash().short6();
    }
}
