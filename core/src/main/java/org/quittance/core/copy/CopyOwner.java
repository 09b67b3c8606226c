package org.quittance.core.copy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;

/**
 * Which document a PDF is the copy of.
 *
 * <p>Asked in this order: its embedded XML, which is certain; its file name; its first page, where the legal entity is known. The first
 * that names a document that is known decides. What names two is nobody's, whatever comes after it, and so is a PDF whose XML names a
 * number that is not known.
 */
public final class CopyOwner {

    private final CopySigns signs;
    private final @Nullable Entity chosen;
    private final List<Entity> entities;
    private final List<Document> known;

    private CopyOwner(CopySigns signs, @Nullable Entity chosen, List<Entity> entities, List<Document> known) {
        this.signs = signs;
        this.chosen = chosen;
        this.entities = entities;
        this.known = known;
    }

    /** A legal entity of ours. */
    public record Entity(long id, String code, String name) {}

    /** An item that a copy may be of; a document of several lines has several. */
    public record Document(ItemId item, AccountId account, long entity, ItemKind kind, String number) {

        /** Whether both are lines of one document. */
        public boolean isSameAs(Document other) {
            return account.equals(other.account)
                    && kind == other.kind
                    && DocumentKey.of(number).equals(DocumentKey.of(other.number));
        }
    }

    /** By what the document was found. */
    public enum FoundBy {
        XML("By its embedded XML"),
        FILE_NAME("By its file name"),
        FIRST_PAGE("By its first page"),
        PERSON("By hand");

        private final String label;

        FoundBy(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why it is nobody's. */
    public enum Why {
        NO_NUMBER,
        NOT_KNOWN,
        SEVERAL,
        OTHER_ENTITY
    }

    /** The answer. */
    public sealed interface Verdict {

        /** The items of one document. */
        record Of(List<Document> items, FoundBy by) implements Verdict {
            public Of {
                items = List.copyOf(items);
            }
        }

        /**
         * A person decides.
         *
         * @param sentence without a full stop
         */
        record Nobodys(Why why, String sentence) implements Verdict {}
    }

    /**
     * Decides.
     *
     * @param chosen what a person has said about the legal entity; null where the PDF is to say it
     * @param known every document whose number is, in whatever spelling, one of {@link CopySigns#numbers}
     */
    public static Verdict decide(CopySigns signs, @Nullable Long chosen, List<Entity> entities, List<Document> known) {
        Entity entity = entities.stream()
                .filter(each -> Objects.equals(each.id(), chosen))
                .findFirst()
                .orElse(null);
        CopyOwner owner = new CopyOwner(signs, entity, List.copyOf(entities), List.copyOf(known));
        return signs.xmlNumber().isEmpty() ? owner.byNameOrPage() : owner.byXml();
    }

    private Verdict byXml() {
        String number = signs.xmlNumber();
        List<Entity> sellers = entities.stream()
                .filter(each -> plain(each.name()).equals(plain(signs.xmlSeller())))
                .toList();
        if (chosen != null && !sellers.isEmpty() && !sellers.contains(chosen)) {
            return new Verdict.Nobodys(
                    Why.OTHER_ENTITY,
                    "Its embedded XML says that %s has issued it, not %s".formatted(signs.xmlSeller(), chosen.name()));
        }
        Entity entity = chosen == null && sellers.size() == 1 ? sellers.getFirst() : chosen;
        return verdict(Set.of(number), entity, FoundBy.XML)
                .orElseGet(() -> new Verdict.Nobodys(
                        Why.NOT_KNOWN, "Its embedded XML names %s, which is not known here".formatted(number)));
    }

    private Verdict byNameOrPage() {
        FileNameNumbers name = FileNameNumbers.of(signs.fileName());
        if (!name.whole().isEmpty()) {
            Optional<Verdict> whole = verdict(Set.of(name.whole()), chosen, FoundBy.FILE_NAME);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        List<Entity> named = entities.stream()
                .filter(each -> name.parts().stream().anyMatch(each.code()::equalsIgnoreCase))
                .toList();
        if (chosen != null && !named.isEmpty() && !named.contains(chosen)) {
            return new Verdict.Nobodys(
                    Why.OTHER_ENTITY,
                    "Its name says %s, and %s was chosen"
                            .formatted(named.getFirst().code(), chosen.code()));
        }
        Entity entity = chosen == null && named.size() == 1 ? named.getFirst() : chosen;
        Set<String> numbers = name.numbers().stream()
                .filter(part -> named.stream().noneMatch(each -> each.code().equalsIgnoreCase(part)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return verdict(numbers, entity, FoundBy.FILE_NAME)
                .orElseGet(() -> byPage(entity == null && entities.size() == 1 ? entities.getFirst() : entity));
    }

    private Verdict byPage(@Nullable Entity entity) {
        if (entity == null) {
            return new Verdict.Nobodys(
                    Why.NO_NUMBER,
                    "Its name has no number that is known here, and its pages are only asked where the legal entity is known");
        }
        return verdict(signs.pageNumbers(), entity, FoundBy.FIRST_PAGE)
                .orElseGet(() -> signs.pageNumbers().isEmpty()
                        ? new Verdict.Nobodys(
                                Why.NO_NUMBER, "Neither its name nor its first page has a number that is known here")
                        : new Verdict.Nobodys(
                                Why.NOT_KNOWN,
                                "Its first page names %s, which is not known in %s"
                                        .formatted(String.join(", ", signs.pageNumbers()), entity.code())));
    }

    /** The answer that the numbers give; none where no document has one of them. */
    private Optional<Verdict> verdict(Collection<String> numbers, @Nullable Entity entity, FoundBy by) {
        List<Document> hits = numbers.stream()
                .flatMap(number -> hits(number, entity))
                .distinct()
                .toList();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Document first = hits.getFirst();
        if (hits.stream().allMatch(first::isSameAs)) {
            return Optional.of(new Verdict.Of(hits, by));
        }
        return Optional.of(new Verdict.Nobodys(
                Why.SEVERAL,
                "It can be the copy of several documents: %s"
                        .formatted(hits.stream()
                                .map(hit -> "%s of %s".formatted(hit.number(), code(hit)))
                                .distinct()
                                .limit(5)
                                .collect(Collectors.joining(", ")))));
    }

    /** Those with the number as it is written; where there are none, those that differ in punctuation and zeros alone. */
    private Stream<Document> hits(String number, @Nullable Entity entity) {
        List<Document> alike = known.stream()
                .filter(document -> entity == null || document.entity() == entity.id())
                .filter(document -> DocumentKey.of(document.number()).equals(DocumentKey.of(number)))
                .toList();
        List<Document> same = alike.stream()
                .filter(document -> document.number().strip().equalsIgnoreCase(number.strip()))
                .toList();
        return (same.isEmpty() ? alike : same).stream();
    }

    private String code(Document document) {
        return entities.stream()
                .filter(each -> each.id() == document.entity())
                .map(Entity::code)
                .findFirst()
                .orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
