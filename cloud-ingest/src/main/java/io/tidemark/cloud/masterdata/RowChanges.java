package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterDataAssembly;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.PackageCode;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.masterdata.Terms;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import adds, changes and takes away: a table is given whole, so a row that somebody
 * forgot is an article that no till sells any more.
 */
final class RowChanges {
    private static final MasterData NOTHING =
            new MasterData("nobody", 1, List.of(), List.of(), List.of(), Rules.NONE);

    private final SeenRows products = new SeenRows();

    /**
     * Of one kind of row.
     *
     * @param table products (with their later prices), taxes, operators, rules, terms, rates,
     *     codes, business, exchange or identification
     */
    @Serdeable
    record Changed(String table, int added, int changed, int gone) {
        private static Changed of(String table, SeenRows rows) {
            return new Changed(table, rows.added(), rows.changed(), rows.gone());
        }
    }

    /** Each of before comes before any of now. */
    void before(Product product) throws IOException {
        products.before(key(product), MasterDataAssembly.encoded(product));
    }

    void now(Product product) throws IOException {
        products.now(key(product), MasterDataAssembly.encoded(product));
    }

    private static String key(Product product) {
        return product.plu() + " " + product.currency();
    }

    /**
     * @param around what stood around the products; empty before anything was published
     */
    List<Changed> all(Optional<MasterData> around, Content now) {
        MasterData before = around.orElse(NOTHING);
        return List.of(
                Changed.of("products", products),
                changed(
                        "taxes",
                        before.taxes(),
                        now.taxes(),
                        (TaxDefinition tax) -> tax.category().code()),
                changed("operators", before.operators(), now.operators(), Operator::number),
                changed("rules", acts(before.rules()), acts(now.rules()), Act::code),
                changed(
                        "terms",
                        before.trade().terms(),
                        now.trade().terms(),
                        (Terms row) -> row.currency() + " " + row.stores()),
                changed(
                        "rates",
                        before.trade().rates(),
                        now.trade().rates(),
                        (ForeignRate row) ->
                                row.currency() + " " + row.foreign() + " " + row.stores()),
                changed(
                        "business",
                        before.trade().businesses(),
                        now.trade().businesses(),
                        (Business row) -> row.company() + " " + row.stores()),
                changed(
                        "codes",
                        before.trade().codes(),
                        now.trade().codes(),
                        (PackageCode row) ->
                                row.currency() + " " + row.prefix() + " " + row.stores()),
                changed(
                        "exchange",
                        before.trade().exchange().terms(),
                        now.trade().exchange().terms(),
                        (ExchangeTerms row) ->
                                row.currency()
                                        + " "
                                        + row.foreign()
                                        + " "
                                        + row.from()
                                        + " "
                                        + row.stores()),
                changed(
                        "identification",
                        before.trade().exchange().identification(),
                        now.trade().exchange().identification(),
                        (Identification row) ->
                                row.country()
                                        + " "
                                        + row.amount().currency()
                                        + " "
                                        + row.stores()));
    }

    /**
     * @param alonePpm of the discount, of which alone it is said
     * @param settling of what is over or short, of which alone it is said
     */
    private record Act(String code, int alonePpm, @Nullable SettleRules settling) {}

    private static List<Act> acts(Rules rules) {
        SettleRules settling = rules.settling();
        return Stream.concat(
                        rules.approved().stream()
                                .map(act ->
                                        new Act(
                                                act,
                                                act.equals(Approval.DISCOUNT)
                                                        ? rules.discountAlonePpm()
                                                        : 0,
                                                null)),
                        Stream.ofNullable(settling)
                                .map(how -> new Act(Approval.OVER_SHORT, 0, how)))
                .distinct()
                .toList();
    }

    private static <T> Changed changed(
            String table, Collection<T> before, Collection<T> now, Function<T, String> key) {
        var was = before.stream().collect(Collectors.toMap(key, Function.identity()));
        var is = now.stream().collect(Collectors.toMap(key, Function.identity()));
        return new Changed(
                table,
                (int) is.keySet().stream().filter(each -> !was.containsKey(each)).count(),
                (int)
                        is.entrySet().stream()
                                .filter(each -> was.containsKey(each.getKey()))
                                .filter(each -> !each.getValue().equals(was.get(each.getKey())))
                                .count(),
                (int) was.keySet().stream().filter(each -> !is.containsKey(each)).count());
    }
}
