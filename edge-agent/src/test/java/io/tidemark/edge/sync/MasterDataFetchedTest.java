package io.tidemark.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.sync.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Master data comes down in parts, over connections and restarts. */
class MasterDataFetchedTest extends TillAtHand {
    @Test
    void master_data_is_fetched_part_by_part_and_taken_when_its_digest_is_right() {
        byte[] file = bytes(100);
        till.connect(0);

        till.happens(part(file, 0, 60));
        till.happens(part(file, 60, 100));

        assertThat(till.files).singleElement().isEqualTo(file);
        assertThat(asks()).extracting(MasterAsk::offset).containsExactly(0, 60);
        assertThat(till.masterDataVersion).isEqualTo(1);
    }

    @Test
    void a_fetch_goes_on_where_a_lost_connection_stopped_it() {
        byte[] file = bytes(100);
        till.connect(0);
        till.happens(part(file, 0, 60));

        till.happens(new UplinkEvent.Down(till.connection, "cut"));
        till.now = till.now.plus(Sender.BACKOFF_MAX);
        till.connect(0);

        assertThat(asks().getLast()).isEqualTo(new MasterAsk(0, 1, 60));
        till.happens(part(file, 60, 100));
        assertThat(till.files).singleElement().isEqualTo(file);
    }

    @Test
    void a_fetch_goes_on_where_a_restart_stopped_it() {
        byte[] file = bytes(100);
        till.connect(0);
        till.happens(part(file, 0, 60));

        till.restart();
        till.connect(0);

        assertThat(asks()).containsExactly(new MasterAsk(0, 1, 60));
        till.happens(part(file, 60, 100));
        assertThat(till.files).singleElement().isEqualTo(file);
    }

    @Test
    void what_a_power_cut_made_of_the_parts_is_found_by_the_digest() throws IOException {
        byte[] file = bytes(100);
        till.connect(0);
        till.happens(part(file, 0, 60));
        Path parts = directory.resolve("incoming.part");
        byte[] torn = Files.readAllBytes(parts);
        Arrays.fill(torn, torn.length - 30, torn.length, (byte) 0);
        Files.write(parts, torn);

        till.restart();
        till.connect(0);
        till.happens(part(file, 60, 100));
        assertThat(till.files).isEmpty();
        till.advance(MasterFetch.ANSWER_MAX);
        till.happens(part(file, 0, 100));

        assertThat(till.files).singleElement().isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 43, 44})
    void of_parts_cut_short_what_is_there_counts(int length) throws IOException {
        byte[] file = bytes(100);
        till.connect(0);
        till.happens(part(file, 0, 60));
        cut("incoming.part", length);

        till.restart();
        till.connect(0);
        till.happens(part(file, length, 100));

        assertThat(till.files).singleElement().isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 43})
    void parts_of_which_it_is_not_known_what_they_are_are_fetched_again(int length)
            throws IOException {
        byte[] file = bytes(100);
        till.connect(0);
        till.happens(part(file, 0, 60));
        cut("incoming.part.of", length);

        till.restart();
        till.connect(0);
        till.happens(part(file, 0, 100));

        assertThat(till.files).singleElement().isEqualTo(file);
    }

    private void cut(String name, int length) throws IOException {
        Path parts = directory.resolve(name);
        Files.write(parts, Arrays.copyOf(Files.readAllBytes(parts), length));
    }

    @Test
    void a_version_signed_anew_while_the_till_was_away_begins_from_its_first_byte() {
        byte[] file = bytes(100);
        byte[] anew = bytes(101);
        till.connect(0);
        till.happens(part(file, 0, 60));

        till.restart();
        till.connect(0);
        till.happens(part(anew, 60, 101));
        assertThat(asks().getLast()).isEqualTo(new MasterAsk(0, 1, 0));
        till.happens(part(anew, 0, 101));

        assertThat(till.files).singleElement().isEqualTo(anew);
    }

    @Test
    void a_disk_without_room_is_asked_to_take_master_data_later() {
        byte[] file = bytes(100);
        till.roomBytes = 199;
        till.restart();
        till.connect(0);
        till.happens(part(file, 0, 60));
        assertThat(directory.resolve("incoming.part")).doesNotExist();

        till.roomBytes = 200;
        till.advance(MasterFetch.ASK_EVERY);
        till.happens(part(file, 0, 100));

        assertThat(till.files).singleElement().isEqualTo(file);
    }

    @Test
    void master_data_with_a_wrong_digest_is_asked_for_again_from_the_start() {
        byte[] file = bytes(100);
        till.connect(0);

        till.happens(heard(new MasterPart(1, Hash.digest(bytes(7)), 100, 0, file)));
        till.advance(MasterFetch.ANSWER_MAX);

        assertThat(till.files).isEmpty();
        assertThat(asks().getLast()).isEqualTo(new MasterAsk(0, 0, 0));
    }

    @Test
    void a_version_that_is_not_newer_is_not_fetched() {
        till.masterDataVersion = 3;
        till.restart();
        till.connect(0);

        till.happens(part(bytes(10), 0, 10));
        till.advance(Duration.ofMinutes(1));

        assertThat(till.files).isEmpty();
        assertThat(asks()).containsExactly(new MasterAsk(3, 0, 0));
    }

    @Test
    void news_of_a_new_version_is_followed_at_once() {
        till.masterDataVersion = 1;
        till.restart();
        till.connect(0);
        byte[] file = bytes(10);

        till.happens(heard(new MasterPart(2, Hash.digest(file), 10, 0, new byte[0])));
        till.happens(heard(new MasterPart(2, Hash.digest(file), 10, 0, file)));

        assertThat(till.masterDataVersion).isEqualTo(2);
    }

    private List<MasterAsk> asks() {
        return till.said.stream()
                .filter(message -> message.channel() == Channel.MASTER_ASK)
                .map(message -> MasterAsk.parse(message.payload()))
                .toList();
    }

    private UplinkEvent part(byte[] file, int from, int to) {
        return heard(
                new MasterPart(
                        1,
                        Hash.digest(file),
                        file.length,
                        from,
                        Arrays.copyOfRange(file, from, to)));
    }

    private UplinkEvent heard(MasterPart part) {
        return new UplinkEvent.Heard(till.connection, Channel.MASTER_PART, part.toBytes(), 1);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
