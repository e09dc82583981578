package io.tidemark.fog.export.saft;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** Numbers as the schema's types have them. */
final class Amounts {
    private static final int AMOUNT_DECIMALS = 2;
    private static final int QUANTITY_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 3;

    /** The schema's list of currencies is of 2016, and has this for all that are not on it. */
    private static final String OTHER_CURRENCY = "ZZZ";

    private static final Set<String> CURRENCIES =
            Set.of(
                    ("AED AFA ALL AMD ANG AOA ARS AUD AWG AZM BAM BBD BDT BGN BHD BIF BMD BND BOB"
                                    + " BRL BSD BTN BWP BYR BZD CAD CDF CHF CLP CNY COP CRC CSD CUP CVE CYP"
                                    + " CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GGP GHC GIP"
                                    + " GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS IMP INR IQD IRR ISK JEP"
                                    + " JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL"
                                    + " LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRO MTL MUR MVR MWK MXN MYR"
                                    + " MZM NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR ROL"
                                    + " RUR RWF SAR SBD SCR SDD SEK SGD SHP SIT SKK SLL SOS SPL SRD STD SVC"
                                    + " SYP SZL THB TJS TMM TND TOP TRL TTD TVD TWD TZS UAH UGX USD UYU UZS"
                                    + " VEB VND VUV WST XAF XCD XOF XPF YER ZAR ZMK ZWD")
                            .split(" "));

    private Amounts() {}

    /** With two decimals: of a currency with three, the last is rounded, HALF_UP. */
    static String of(Money amount) {
        return amount.decimal().setScale(AMOUNT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /** Its size, without its sign. */
    static String size(Money amount) {
        return of(amount.isNegative() ? amount.negated() : amount);
    }

    /** A quantity, a price or a rate: six decimals at most. */
    static String of(BigDecimal value) {
        return value.setScale(
                        Math.min(Math.max(value.scale(), 0), QUANTITY_DECIMALS),
                        RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** In per cent. */
    static String of(TaxRate rate) {
        return BigDecimal.valueOf(rate.ppm(), 4)
                .setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Which way: taken by the shop, or given. */
    static String side(Money amount) {
        return amount.isNegative() ? "D" : "C";
    }

    static String of(CurrencyCode currency) {
        return CURRENCIES.contains(currency.code()) ? currency.code() : OTHER_CURRENCY;
    }
}
