package org.quittance.core.respondent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The domains of a legal entity's own e-mail addresses. What is asked inside the company is sent to no other.
 *
 * <p>Example: {@code halden-rowe.example} takes {@code ruth.amsel@Halden-Rowe.example}, and neither {@code ruth@mail.halden-rowe.example},
 * which is another domain, nor {@code ruth@halden-rowe.example.net}. Where none is set, no address is taken.
 *
 * <p>Invariant: in lower case, in the order of the alphabet.
 */
public record CompanyDomains(Set<String> domains) {

    /** RFC 1035 with labels of up to 63 signs; at least two labels, so that nobody allows a whole top-level domain. */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public static final CompanyDomains NONE = new CompanyDomains(Set.of());

    public CompanyDomains {
        for (String domain : domains) {
            if (!isDomain(domain)) {
                throw new IllegalArgumentException("\"%s\" is no domain".formatted(domain));
            }
        }
        domains = Set.copyOf(domains);
    }

    /** The words of a text, parted by blanks and commas, as domains are typed; an {@code @} before one is left out. */
    public static List<String> words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .map(word -> word.startsWith("@") ? word.substring(1) : word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    public static boolean isDomain(String word) {
        return DOMAIN.matcher(word).matches();
    }

    public boolean accepts(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && domains.contains(address.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    public boolean isEmpty() {
        return domains.isEmpty();
    }

    /** As a sentence lists them. */
    public String told() {
        return String.join(", ", new TreeSet<>(domains));
    }
}
