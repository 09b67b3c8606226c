package org.quittance.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.demo.DemoCustomer.Size;
import org.quittance.ledger.ContactRole;

/** Invents the customers: groups first, then the others country by country. */
final class CustomerBase {

    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int FIRST_NUMBER = 100_011;

    /** How many customers of its own, beside those in groups, each country has. */
    private static final List<CountryShare> COUNTRIES = List.of(
            new CountryShare("GB", 118),
            new CountryShare("IE", 16),
            new CountryShare("DE", 84),
            new CountryShare("AT", 15),
            new CountryShare("NL", 30),
            new CountryShare("FR", 26),
            new CountryShare("BE", 15),
            new CountryShare("IT", 14),
            new CountryShare("ES", 12),
            new CountryShare("US", 92),
            new CountryShare("CA", 18));

    private static final List<Group> GROUPS = List.of(
            new Group("GB", List.of("GB", "GB", "GB", "IE"), Payer.PARENT, PayerCharacter.BULK),
            new Group("GB", List.of("GB", "DE", "US"), Payer.EACH, PayerCharacter.RELAXED),
            new Group("GB", List.of("GB", "GB"), Payer.PARENT, PayerCharacter.MONTH_END),
            new Group("GB", List.of("GB", "GB", "GB"), Payer.EACH, PayerCharacter.WORSENING),
            new Group("IE", List.of("IE", "GB"), Payer.PARENT, PayerCharacter.PROMPT),
            new Group("DE", List.of("DE", "DE", "AT", "DE"), Payer.PARENT, PayerCharacter.BULK),
            new Group("DE", List.of("DE", "NL", "FR", "GB"), Payer.EACH, PayerCharacter.SLOW),
            new Group("DE", List.of("DE", "DE"), Payer.PARENT, PayerCharacter.EARLY_DISCOUNT),
            new Group("NL", List.of("NL", "BE", "NL"), Payer.PARENT, PayerCharacter.MONTH_END),
            new Group("FR", List.of("FR", "FR"), Payer.EACH, PayerCharacter.DISPUTING),
            new Group("US", List.of("US", "US", "US", "CA"), Payer.PARENT, PayerCharacter.BULK),
            new Group("US", List.of("US", "GB", "DE"), Payer.EACH, PayerCharacter.PROMPT),
            new Group("US", List.of("US", "US"), Payer.PARENT, PayerCharacter.SLOW),
            new Group("CA", List.of("CA", "US"), Payer.EACH, PayerCharacter.RELAXED));

    private final List<DemoCustomer> customers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Land> lands = new TreeMap<>();

    private CustomerBase() {}

    private record CountryShare(String country, int customers) {}

    /** A parent with its daughters, and who of them pays. */
    private record Group(String country, List<String> daughters, Payer payer, PayerCharacter character) {}

    private enum Payer {
        PARENT,
        EACH
    }

    /** All customers, in the order of their numbers. */
    static List<DemoCustomer> invent() {
        CustomerBase base = new CustomerBase();
        for (Group group : GROUPS) {
            base.addGroup(group);
        }
        for (CountryShare share : COUNTRIES) {
            for (int i = 0; i < share.customers(); i++) {
                base.addSingle(share.country(), i);
            }
        }
        return List.copyOf(base.customers);
    }

    private void addGroup(Group group) {
        Chance chance = Chance.of("group", customers.size());
        Land land = land(group.country());
        String stem = freshStem(chance, land);
        DemoCustomer parent = new Draft(land, chance, land.groupName(stem), "Group")
                .customer(group.payer() == Payer.PARENT ? Size.LARGE : Size.MEDIUM, group.character(), null, null);
        customers.add(parent);
        for (String country : group.daughters()) {
            Land at = land(country);
            Land.Trade trade = at.trade(chance);
            String payer = group.payer() == Payer.PARENT ? parent.number() : null;
            customers.add(new Draft(at, chance, freshName(chance, at, stem, trade), trade.segment())
                    .customer(Size.MEDIUM, group.character(), parent.number(), payer));
        }
    }

    private void addSingle(String country, int index) {
        Chance chance = Chance.of("customer", country, index);
        Land land = land(country);
        Land.Trade trade = land.trade(chance);
        String name = freshName(chance, land, chance.oneOf(land.stems()), trade);
        PayerCharacter character = PayerCharacter.drawn(chance);
        Size size = character == PayerCharacter.BULK || chance.percent(4)
                ? Size.LARGE
                : chance.percent(23) ? Size.MEDIUM : Size.SMALL;
        customers.add(new Draft(land, chance, name, trade.segment()).customer(size, character, null, null));
    }

    private Land land(String country) {
        return lands.computeIfAbsent(country, Land::of);
    }

    /** A stem that no customer has yet: a group should be recognised by it. */
    private String freshStem(Chance chance, Land land) {
        String stem = chance.oneOf(land.stems());
        while (!names.add(land.groupName(stem))) {
            stem = chance.oneOf(land.stems());
        }
        return stem;
    }

    private String freshName(Chance chance, Land land, String stem, Land.Trade trade) {
        String name = land.companyName(chance, stem, trade);
        while (!names.add(name)) {
            name = land.companyName(chance, chance.oneOf(land.stems()), land.trade(chance));
        }
        return name;
    }

    /** A customer in the making: what is drawn for each alike. */
    private final class Draft {

        private final Land land;
        private final Chance chance;
        private final String name;
        private final String segment;

        Draft(Land land, Chance chance, String name, String segment) {
            this.land = land;
            this.chance = chance;
            this.name = name;
            this.segment = segment;
        }

        DemoCustomer customer(
                Size size, PayerCharacter character, @Nullable String parentNumber, @Nullable String payerNumber) {
            return new DemoCustomer(
                    Integer.toString(FIRST_NUMBER + 7 * customers.size()),
                    name,
                    land.code(),
                    land.language(),
                    land.timeZone(),
                    segment,
                    land.address(chance),
                    size,
                    character,
                    parentNumber,
                    payerNumber,
                    land.bankAccount(chance),
                    contacts(size));
        }

        private List<DemoContact> contacts(Size size) {
            String domain = plain(name) + ".example";
            List<DemoContact> contacts = new ArrayList<>();
            contacts.add(contact(ContactRole.ACCOUNTS_PAYABLE, domain));
            if (size != Size.SMALL || chance.percent(25)) {
                contacts.add(contact(ContactRole.PURCHASING, domain));
            }
            if (size == Size.LARGE || chance.percent(10)) {
                contacts.add(contact(ContactRole.MANAGEMENT, domain));
            }
            return contacts;
        }

        private DemoContact contact(ContactRole role, String domain) {
            String person = land.personName(chance);
            String mailbox = role == ContactRole.ACCOUNTS_PAYABLE && chance.percent(50)
                    ? "accounts"
                    : plain(person).replace('-', '.');
            return new DemoContact(person, role, mailbox + "@" + domain, land.phone(chance));
        }
    }

    /** Fit for a mail address: {@code Moorbrück & Weck GmbH} is {@code moorbruck-weck-gmbh}. */
    static String plain(String text) {
        String unaccented =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = unaccented.replace("ß", "ss").replace("ı", "i").toLowerCase(Locale.ROOT);
        String dashed = NOT_PLAIN.matcher(lower).replaceAll("-");
        return dashed.replaceAll("^-|-$", "");
    }
}
