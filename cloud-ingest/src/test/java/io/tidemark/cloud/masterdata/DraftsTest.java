package io.tidemark.cloud.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.NotNow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final Product PRODUCT =
            new Product(
                    "85123A",
                    null,
                    "HOLDER",
                    "gifts",
                    "S",
                    Unit.PIECE,
                    UnitPrice.of("2.55"),
                    new CurrencyCode("GBP"));

    @TempDir private Path directory;
    private final AtomicLong usable = new AtomicLong(Room.BYTES_MIN + 2L * MEGABYTE);
    private final Room room = usable::get;

    @Test
    void what_the_journals_need_of_the_disk_is_left_to_them() throws IOException {
        Drafts drafts = new Drafts(directory, room);
        Path file = drafts.file("large");

        assertThatThrownBy(
                        () -> {
                            try (OutputStream out = drafts.into(file)) {
                                for (int i = 0; i < 4; i++) {
                                    out.write(new byte[MEGABYTE]);
                                    usable.addAndGet(-MEGABYTE);
                                }
                            }
                        })
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("free some space");

        assertThat(file).hasSize(2L * MEGABYTE);
    }

    @Test
    void products_that_found_no_room_leave_nothing_behind() throws IOException {
        Drafts drafts = new Drafts(directory, room);
        Draft products = drafts.products();
        products.add(PRODUCT);
        usable.set(0);

        assertThatThrownBy(products::close).isInstanceOf(NotNow.class);

        assertThat(directory).isEmptyDirectory();
    }
}
