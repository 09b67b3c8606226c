package org.quittance.web.people;

import java.util.List;
import java.util.Set;
import org.quittance.identity.Opening;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Role;
import org.quittance.web.page.Problems;

/**
 * One person, and what an administrator can do about them.
 *
 * @param roles as ticked in the form
 * @param owned the portfolios that are theirs
 * @param opened those that they see besides
 * @param others those that could be opened to them
 */
public record PersonView(
        Person person,
        PeopleView.Standing standing,
        Set<Role> roles,
        List<Portfolio> owned,
        List<Opening> opened,
        List<Portfolio> others,
        Problems problems) {

    public PersonView {
        roles = Set.copyOf(roles);
        owned = List.copyOf(owned);
        opened = List.copyOf(opened);
        others = List.copyOf(others);
    }
}
