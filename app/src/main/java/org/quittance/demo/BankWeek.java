package org.quittance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.demo.BankLine.Kind;

/**
 * What the bank of one entity reports of the last days: the customers' payments, and among them what makes a cash applier's day: strangers,
 * payments made twice, charges taken off, a direct debit that came back.
 */
final class BankWeek {

    private static final int BATCH_SIZE = 5;

    private final DemoCompany company;
    private final DemoEntity entity;
    private final Chance chance;
    private final Remittance remittance;
    private final Map<String, DemoCustomer> customers;
    private final String country;
    private int references;

    private BankWeek(DemoCompany company, DemoEntity entity) {
        this.company = company;
        this.entity = entity;
        this.chance = Chance.of("bank", entity.code(), company.today());
        this.remittance = new Remittance(chance);
        this.customers =
                company.customers().stream().collect(Collectors.toMap(DemoCustomer::number, Function.identity()));
        this.country = entity.draft().country();
    }

    /** The statements of the week, the closing balance of each the opening balance of the next. */
    static List<BankDay> of(DemoCompany company, DemoEntity entity) {
        BankWeek week = new BankWeek(company, entity);
        List<List<BankLine>> days = new ArrayList<>();
        for (LocalDate day : company.bankDays()) {
            days.add(week.received(company.reported(), day));
        }
        week.addOddities(days);
        List<BankDay> statements = new ArrayList<>();
        long balance = week.chance.between(180_000_00, 640_000_00);
        int sequence = company.bankDays().getFirst().getDayOfYear();
        for (int i = 0; i < days.size(); i++) {
            BankDay statement = BankDay.closing(entity, company.bankDays().get(i), sequence + i, balance, days.get(i));
            statements.add(statement);
            balance = statement.closingMinor();
        }
        return List.copyOf(statements);
    }

    /** A statement of the base date whose closing balance is wrong by so much. */
    static BankDay missing(DemoCompany company, DemoEntity entity, BankDay before, long minor) {
        BankWeek week = new BankWeek(company, entity);
        List<Payment> few = company.announced().stream()
                .filter(payment -> payment.account().entity() == entity)
                .limit(6)
                .map(payment -> new Payment(
                        payment.account(), payment.document(), company.today(), payment.minor(), payment.parts()))
                .toList();
        BankDay right = BankDay.closing(
                entity,
                company.today(),
                before.sequence() + 1,
                before.closingMinor(),
                week.received(few, company.today()));
        return new BankDay(
                entity,
                right.date(),
                right.sequence(),
                right.openingMinor(),
                right.closingMinor() + minor,
                right.lines());
    }

    /** One line for what one payer has paid on a day, whichever of its accounts it is for. */
    private List<BankLine> received(List<Payment> payments, LocalDate day) {
        Map<String, List<Payment>> byPayer = new TreeMap<>();
        for (Payment payment : payments) {
            if (payment.account().entity() == entity && payment.date().equals(day)) {
                byPayer.computeIfAbsent(payment.account().customer().paidBy(), _ -> new ArrayList<>())
                        .add(payment);
            }
        }
        List<BankLine> lines = new ArrayList<>();
        byPayer.forEach((payer, paid) -> lines.add(received(customer(payer), paid, day)));
        return lines;
    }

    private BankLine received(DemoCustomer payer, List<Payment> payments, LocalDate day) {
        List<Bill> bills = payments.stream()
                .flatMap(payment -> payment.parts().stream())
                .map(Payment.Part::bill)
                .toList();
        Citing citing = bills.isEmpty() ? Citing.CUSTOMER_NUMBER : remittance.citing(payer.character());
        return new BankLine(
                Kind.RECEIVED,
                payments.stream().mapToLong(Payment::minor).sum(),
                payer.name(),
                payer.bankAccount(),
                remittance.lines(citing, payer, bills),
                nextReference(day),
                List.of());
    }

    private void addOddities(List<List<BankLine>> days) {
        deductCharges(days);
        repeat(days);
        sendBack(days);
        LocalDate first = company.bankDays().getFirst();
        LocalDate last = company.bankDays().getLast();
        days.getFirst().add(stranger("M. Oakhurst Trading", "Payment as discussed", first));
        days.getFirst().add(other(Kind.PAID_OUT, -chance.between(800_00, 9_000_00), "Lagerhaus Rheinblick", first));
        days.get(days.size() / 2).add(ahead(company.bankDays().get(days.size() / 2)));
        days.getLast().add(stranger("Prospect & Daughters", chance.filled("Your quotation ####"), last));
        days.getLast().add(other(Kind.CHARGE, -chance.between(12_00, 68_00), "", last));
        if (entity == DemoEntity.DE) {
            packBatch(days);
        }
    }

    /** Banks abroad take their charges off the amount. */
    private void deductCharges(List<List<BankLine>> days) {
        int wanted = 2;
        for (List<BankLine> lines : days) {
            for (int i = 0; i < lines.size() && wanted > 0; i++) {
                BankLine line = lines.get(i);
                String account = line.counterpartyAccount();
                boolean isFromAbroad = Character.isLetter(account.charAt(0)) && !account.startsWith(country);
                if (line.minor() > 200_00 && (isFromAbroad || chance.percent(8))) {
                    lines.set(i, line.lessCharges(chance.between(10_00, 25_00)));
                    wanted--;
                }
            }
        }
    }

    /** The first payment of the second day comes once more on the third. */
    private void repeat(List<List<BankLine>> days) {
        List<BankLine> from = days.get(1).isEmpty() ? days.getFirst() : days.get(1);
        if (!from.isEmpty()) {
            days.get(2)
                    .add(from.getFirst()
                            .withReference(nextReference(company.bankDays().get(2))));
        }
    }

    private void sendBack(List<List<BankLine>> days) {
        List<BankLine> from = days.getFirst();
        if (!from.isEmpty()) {
            BankLine debited = from.getLast();
            days.get(3)
                    .add(new BankLine(
                            Kind.RETURNED,
                            -debited.minor(),
                            debited.counterparty(),
                            debited.counterpartyAccount(),
                            debited.text(),
                            nextReference(company.bankDays().get(3)),
                            List.of()));
        }
    }

    private BankLine stranger(String name, String text, LocalDate day) {
        return new BankLine(
                Kind.RECEIVED, chance.between(90_00, 4_000_00), name, "", List.of(text), nextReference(day), List.of());
    }

    private BankLine other(Kind kind, long minor, String name, LocalDate day) {
        String text = kind == Kind.CHARGE ? "Account fees" : chance.filled("Storage, your invoice ####");
        return new BankLine(kind, minor, name, "", List.of(text), nextReference(day), List.of());
    }

    /** A round sum for goods that are still to be billed. */
    private BankLine ahead(LocalDate day) {
        List<DemoAccount> own =
                company.accounts().stream().filter(a -> a.entity() == entity).toList();
        DemoCustomer customer = chance.oneOf(own).customer();
        return new BankLine(
                Kind.RECEIVED,
                100_00L * chance.between(10, 90),
                customer.name(),
                customer.bankAccount(),
                List.of("Payment in advance, order " + chance.filled("77####")),
                nextReference(day),
                List.of());
    }

    /** The bank books some payments of the fullest day as one. */
    private void packBatch(List<List<BankLine>> days) {
        List<BankLine> fullest = days.getFirst();
        for (List<BankLine> lines : days) {
            fullest = lines.size() > fullest.size() ? lines : fullest;
        }
        List<BankLine> packed = fullest.stream()
                .filter(line -> line.kind() == Kind.RECEIVED)
                .limit(BATCH_SIZE)
                .toList();
        fullest.removeAll(packed);
        fullest.addFirst(new BankLine(
                Kind.RECEIVED,
                packed.stream().mapToLong(BankLine::minor).sum(),
                "",
                "",
                List.of(),
                packed.getFirst().reference() + "B",
                packed));
    }

    private DemoCustomer customer(String number) {
        DemoCustomer customer = customers.get(number);
        if (customer == null) {
            throw new IllegalStateException("There is no customer " + number);
        }
        return customer;
    }

    private String nextReference(LocalDate day) {
        return "%s%02d%02d%05d".formatted(entity.code(), day.getMonthValue(), day.getDayOfMonth(), ++references);
    }
}
