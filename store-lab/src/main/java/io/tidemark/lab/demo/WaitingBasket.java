package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/** A customer forgot something: the basket is suspended, taken up again, and paid by card. */
record WaitingBasket(FileReceipt receipt) implements Errand.Work {
    @Override
    public Scripted begin() {
        return receipt.suspended();
    }

    @Override
    public List<Scripted> finish(Words words, LocalDateTime at, JsonNode begun) {
        String basket = begun.at("/basket/basket").asText();
        Scripted resumed =
                words.step(Kind.RESUME, at, path(basket), words.body(at))
                        .with(Tallies.one(Tally.RESUMED));
        FileReceipt later = new FileReceipt(words, receipt.invoice(), at);
        return List.of(
                resumed,
                later.paid(List.of(new Tender("CARD", receipt.invoice().grossMinor())), basket));
    }

    private static String path(String basket) {
        String encoded = URLEncoder.encode(basket, StandardCharsets.UTF_8).replace("+", "%20");
        return "baskets/suspended/" + encoded + "/resume";
    }
}
