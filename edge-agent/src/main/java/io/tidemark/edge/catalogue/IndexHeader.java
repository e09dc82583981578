package io.tidemark.edge.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tidemark.edge.catalogue.ArticleIndex.Damaged;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.ByteBuffer;

/**
 * The first page of an {@link ArticleIndex}.
 *
 * @param content the digest of the content that it is about
 * @param fileBytes how large the signed file is
 * @param restBytes of what stands around the articles
 */
record IndexHeader(
        Hash content,
        long fileBytes,
        int pages,
        int articles,
        CurrencyCode currency,
        int restBytes,
        int restCheck) {
    /** Another form has another last digit, and is made anew. */
    private static final long MAGIC = ByteBuffer.wrap("tm-art-1".getBytes(US_ASCII)).getLong();

    private static final int CURRENCY_BYTES = 8;

    static IndexHeader read(byte[] page) {
        ByteBuffer from = ByteBuffer.wrap(page);
        int check = from.getInt();
        if (check != ArticleIndex.check(page, Integer.BYTES, page.length - Integer.BYTES))
            throw new Damaged("the header of the index was altered");
        if (from.getLong() != MAGIC) throw new Damaged("the index is of another form");
        byte[] content = new byte[Hash.BYTES];
        from.get(content);
        long fileBytes = from.getLong();
        int pages = from.getInt();
        int articles = from.getInt();
        int restBytes = from.getInt();
        int restCheck = from.getInt();
        byte[] currency = new byte[CURRENCY_BYTES];
        from.get(currency);
        return new IndexHeader(
                Hash.of(content),
                fileBytes,
                pages,
                articles,
                new CurrencyCode(new String(currency, US_ASCII).trim()),
                restBytes,
                restCheck);
    }

    byte[] toBytes() {
        byte[] page = new byte[ArticleIndex.PAGE_BYTES];
        ByteBuffer into = ByteBuffer.wrap(page).position(Integer.BYTES);
        into.putLong(MAGIC).put(content.toBytes()).putLong(fileBytes).putInt(pages);
        into.putInt(articles).putInt(restBytes).putInt(restCheck);
        into.put(currency.code().getBytes(US_ASCII));
        into.putInt(0, ArticleIndex.check(page, Integer.BYTES, page.length - Integer.BYTES));
        return page;
    }

    boolean isOf(Hash other, CurrencyCode in) {
        return content.equals(other) && currency.equals(in);
    }

    long restAt() {
        return ArticleIndex.PAGE_BYTES * (1L + pages);
    }
}
