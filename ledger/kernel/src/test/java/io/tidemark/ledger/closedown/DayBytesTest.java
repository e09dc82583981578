package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.closedown.ChainFold.closed;
import static io.tidemark.ledger.closedown.ChainFold.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A close-down is of its entries alone, to the byte, and of every byte of theirs. */
class DayBytesTest {
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void in_whatever_order_tills_are_heard_the_bytes_are_the_same(long seed) {
        List<TestChain> tills = new RandomDay(seed).tills();
        List<TestChain> shuffled = new ArrayList<>(tills);
        Collections.reverse(shuffled);

        assertThat(bytes(closed(shuffled))).isEqualTo(bytes(closed(tills)));
    }

    @Test
    void another_machines_zone_and_language_change_no_byte() {
        List<TestChain> tills = new RandomDay(5).tills();
        byte[] here = bytes(closed(tills));
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();

        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(bytes(closed(tills))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    void the_root_is_of_the_days_entries_by_device_and_sequence() {
        List<TestChain> tills = new RandomDay(7).tills();

        DayDetails details = details(closed(tills));

        MerkleTree tree = new MerkleTree();
        for (TestChain till : tills)
            for (int sequence = 1; sequence <= till.entries().size(); sequence++)
                tree.add(till.hashAt(sequence).toBytes());
        assertThat(details.entries()).isEqualTo(tree.size());
        assertThat(details.root()).isEqualTo(tree.root());
    }

    @Test
    void any_other_byte_of_an_entry_gives_another_root() {
        TestChain till = new TestChain(TestShop.till(1), TestShop.TILL_KEYS).append(3);
        Hash root = details(closed(List.of(till))).root();
        EntryBytes last = till.entries().getLast();

        for (int at = 0; at < last.event().length; at++) {
            byte[] flipped = last.event().clone();
            flipped[at] ^= (byte) (1 << at % 8);
            TestChain other = till.upTo(2).append(new EntryBytes(last.header(), flipped));

            assertThat(details(closed(List.of(other))).root()).as("byte %d", at).isNotEqualTo(root);
        }
    }

    private static byte[] bytes(CloseDown.Folded day) {
        return TestShop.entry(day.closed(), 0).toBytes();
    }
}
