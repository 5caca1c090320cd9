package org.mashhub.correlation.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.state.AlertContent;

/**
 * What a rule found about the children of one family, as one finding: what holds of
 * several is said once and names them all; what holds of some says of whom.
 *
 * @param children the children, the eldest first
 * @param finding all that was found, with the children's names filled in
 */
public record Together(List<Affected> children, Finding finding) {

	public Together {
		children = List.copyOf(children);
	}

	/**
	 * Joins what was found.
	 * @param found the children, one at least
	 * @return the same for one child as for many
	 */
	public static Together of(List<Affected> found) {
		List<Affected> children = found.stream().sorted(Affected.ELDEST_FIRST).toList();
		return new Together(children, new Writing(children).finding());
	}

	/**
	 * How the alert calls the children.
	 * @return initials and ages
	 */
	public String label() {
		return String.join("; ", this.children.stream().map(Affected::label).toList());
	}

	/**
	 * Who leads; children of two leads are never spoken of together.
	 * @return the lead, null when nobody does
	 */
	public @Nullable LeadProfessional lead() {
		return this.children.stream()
			.map((affected) -> affected.child().lead())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The picture of the first child, for what is the same for all.
	 * @return the eldest child
	 */
	public ChildView first() {
		return this.children.getFirst().child();
	}

	/**
	 * How the adults are connected to the children, what is the same for several once.
	 */
	List<AlertContent.Connection> connections() {
		Writing writing = new Writing(this.children);
		return writing.connections();
	}

	/**
	 * The adults whom the evidence is about, by where it speaks of them; of whom an
	 * officer has called the wrong one, also by what was known then.
	 */
	List<AlertContent.Adult> about() {
		Map<PersonId, Set<MentionId>> about = new TreeMap<>();
		Set<PersonId> asked = new HashSet<>();
		for (Affected affected : this.children) {
			Set<KnownFact> evidence = new HashSet<>(affected.finding().evidence());
			for (ConnectedAdult adult : affected.adults()) {
				adult.facts()
					.stream()
					.filter(evidence::contains)
					.forEach((fact) -> about.computeIfAbsent(adult.summary().id(), (first) -> new TreeSet<>())
						.add(fact.subject().id()));
			}
			affected.finding().denied().forEach((denied) -> {
				PersonId adult = denied.adult().summary().id();
				about.computeIfAbsent(adult, (first) -> new TreeSet<>()).addAll(denied.mentions());
				asked.add(adult);
			});
		}
		// By what no later record moves: who a person was founded by may change.
		return about.entrySet()
			.stream()
			.map((adult) -> new AlertContent.Adult(List.copyOf(adult.getValue()), asked.contains(adult.getKey())))
			.sorted(Comparator.comparing((AlertContent.Adult adult) -> adult.mentions().getFirst()))
			.toList();
	}

	/** The wording for one set of children. */
	private record Writing(List<Affected> children) {

		Finding finding() {
			List<Finding> findings = this.children.stream().map(Affected::finding).toList();
			return new Finding(findings.stream().map(Finding::colour).min(Comparator.naturalOrder()).orElseThrow(),
					findings.getFirst().audience(), denied(findings), statements(), adults(findings),
					lines(Finding::notKnown), lines(Finding::ask), openItems(),
					one((finding) -> Stream.of(finding.familyAdvice())), handling(),
					one((finding) -> Stream.of(finding.disclaimer())), evidence(findings));
		}

		private List<Statement> statements() {
			Map<Statement, Map<String, List<Affected>>> connections = new LinkedHashMap<>();
			of(Finding::statements).forEach((statement, whom) -> connections
				.computeIfAbsent(statement.unconnected(), (first) -> new LinkedHashMap<>())
				.put(statement.connection(), whom));
			List<Statement> statements = new ArrayList<>();
			connections.forEach((statement, ways) -> statements
				.add(Statement.of((ways.size() == 1) ? connected(statement, ways) : connectedInWays(statement, ways))));
			return statements;
		}

		private String connected(Statement statement, Map<String, List<Affected>> way) {
			Map.Entry<String, List<Affected>> only = way.entrySet().iterator().next();
			return filled(statement.before() + only.getKey() + statement.after(), only.getValue());
		}

		/** "a man, parent of Child A (...) and recorded at Child B's address (...)". */
		private String connectedInWays(Statement statement, Map<String, List<Affected>> ways) {
			List<String> words = new ArrayList<>();
			ways.forEach((way, whom) -> words.add(filled(way.replaceFirst("^,? ", ""), whom)));
			String first = ways.keySet().iterator().next();
			return statement.before() + (first.startsWith(",") ? ", " : " ") + Words.join(words) + statement.after();
		}

		private @Nullable String handling() {
			String joined = one((finding) -> Stream.ofNullable(finding.handlingAdvice()));
			return joined.isEmpty() ? null : joined;
		}

		private String one(Function<Finding, Stream<String>> part) {
			return String.join(" ", lines((finding) -> part.apply(finding).toList()));
		}

		private List<String> lines(Function<Finding, List<String>> part) {
			List<String> lines = new ArrayList<>();
			of(part).forEach((line, whom) -> lines.add(filled(line, whom)));
			return lines;
		}

		private <T> Map<T, List<Affected>> of(Function<Finding, List<T>> part) {
			Map<T, List<Affected>> whom = new LinkedHashMap<>();
			for (Affected affected : this.children) {
				new LinkedHashSet<>(part.apply(affected.finding()))
					.forEach((said) -> whom.computeIfAbsent(said, (first) -> new ArrayList<>()).add(affected));
			}
			return whom;
		}

		/** What names no child, and does not hold of all, must say whom it is about. */
		private String filled(String line, List<Affected> whom) {
			List<String> names = whom.stream().map(this::name).toList();
			boolean namesSomebody = line.contains(Finding.CHILD) || line.contains(Finding.ANY_CHILD);
			String filled = Words.naming(Words.naming(line, Finding.CHILD, names, "and"), Finding.ANY_CHILD, names,
					"or");
			return (namesSomebody || whom.size() == this.children.size()) ? filled
					: Words.beginning(names, "and") + ": " + filled;
		}

		/**
		 * Children with one initial are told apart by the year of their birth; twins, and
		 * whoever shares it too, by the order in which the alert names them.
		 */
		private String name(Affected affected) {
			PersonSummary child = affected.child().child();
			List<Affected> alike = this.children.stream()
				.filter((other) -> other.child().child().childName().equals(child.childName()))
				.toList();
			if (alike.size() == 1) {
				return child.childName();
			}
			Integer year = bornIn(child);
			boolean alone = alike.stream()
				.filter((other) -> Objects.equals(bornIn(other.child().child()), year))
				.count() == 1;
			return child.childName() + ((year != null && alone) ? " (born " + year + ")"
					: " (" + (alike.indexOf(affected) + 1) + " of " + alike.size() + ")");
		}

		private static @Nullable Integer bornIn(PersonSummary child) {
			return (child.birthDate() != null) ? Integer.valueOf(child.birthDate().getYear()) : child.birthYear();
		}

		private List<AlertContent.OpenItem> openItems() {
			List<AlertContent.OpenItem> items = new ArrayList<>();
			of(Finding::openItems).forEach((item, whom) -> items
				.add(new AlertContent.OpenItem(item.item(), filled(item.description(), whom), item.answer())));
			return items;
		}

		private static List<Denied> denied(List<Finding> findings) {
			Set<PersonId> known = new LinkedHashSet<>();
			return findings.stream()
				.flatMap((finding) -> finding.denied().stream())
				.filter((denied) -> known.add(denied.adult().summary().id()))
				.toList();
		}

		private static List<ConnectedAdult> adults(List<Finding> findings) {
			Set<PersonId> known = new LinkedHashSet<>();
			return findings.stream()
				.flatMap((finding) -> finding.adults().stream())
				.filter((adult) -> known.add(adult.summary().id()))
				.toList();
		}

		private List<KnownFact> evidence(List<Finding> findings) {
			if (findings.size() == 1) {
				return findings.getFirst().evidence();
			}
			return findings.stream()
				.flatMap((finding) -> finding.evidence().stream())
				.distinct()
				.sorted(Comparator.comparing(KnownFact::occurredAt).thenComparing((fact) -> fact.record().sequence()))
				.toList();
		}

		/** What differs in the records behind it alone is one connection of several. */
		List<AlertContent.Connection> connections() {
			Map<AlertContent.Connection, AlertContent.Connection> said = new LinkedHashMap<>();
			Map<AlertContent.Connection, List<Affected>> whom = new LinkedHashMap<>();
			for (Affected affected : this.children) {
				for (ConnectedAdult adult : affected.finding().adults()) {
					AlertContent.Connection connection = AlertWriter.connection(adult, Finding.CHILD);
					AlertContent.Connection unsourced = connection.withoutRecords();
					said.merge(unsourced, connection, AlertContent.Connection::withRecordsOf);
					whom.computeIfAbsent(unsourced, (first) -> new ArrayList<>()).add(affected);
				}
			}
			List<AlertContent.Connection> connections = new ArrayList<>();
			whom.forEach((unsourced, children) -> connections
				.add(said.getOrDefault(unsourced, unsourced).withRelation(filled(unsourced.relation(), children))));
			return connections;
		}

	}

}
