package org.mashhub.correlation.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * Writes to the kept tables and, by the very same code as a rebuild uses, to the derived
 * ones. Lists in derived tables are sorted, so that they do not depend on the order of
 * arrival.
 */
public final class Indexes {

	private final AreaState state;

	private final Function<Mention, Collection<Long>> blockingKeys;

	/**
	 * Of the people of the record that is being set: who is indexed is then looked for.
	 */
	private final Map<MentionId, Keyed> keyed = new HashMap<>();

	private final FollowedNumbers numbers;

	private final Set<SourceRecordId> followedAnew = new TreeSet<>();

	/**
	 * Creates a writer.
	 * @param state the state to write to
	 * @param blockingKeys keys under which a mention is found by others like it
	 */
	public Indexes(AreaState state, Function<Mention, Collection<Long>> blockingKeys) {
		this.state = state;
		this.blockingKeys = blockingKeys;
		this.numbers = new FollowedNumbers(state);
	}

	/** Rebuilds the derived tables, which must be empty, from the kept ones. */
	public void rebuild() {
		this.state.records().forEach((id, record) -> standing(record).forEach(this::putRenumbering));
		this.state.records().forEach((id, record) -> standing(record).forEach(this::indexAnew));
		this.state.records().forEach((id, record) -> addDays(record));
		this.state.links().forEach((id, link) -> indexLink(link));
		this.state.alerts().forEach((id, alert) -> indexAlert(alert));
		this.state.reviews().forEach((id, review) -> indexReview(review));
		this.state.answers().forEach((id, answer) -> indexAnswer(answer));
		this.state.notices().forEach((id, notice) -> indexNotice(notice));
	}

	/**
	 * Sets the latest version of a record, taking the former one's people out of the
	 * indexes.
	 * @param record the version
	 */
	public void putRecord(SourceRecord record) {
		SourceRecord former = this.state.records().get(record.id());
		Set<String> joined = new TreeSet<>();
		if (former != null) {
			standing(former).forEach((mention) -> joined.addAll(this.numbers.joinedBy(mention)));
			standing(former).forEach((mention) -> {
				unindex(mention.id());
				dropRenumbering(mention);
			});
			dropDays(former);
		}
		this.state.records().put(record.id(), record);
		addDays(record);
		standing(record).forEach(this::putRenumbering);
		standing(record).forEach((mention) -> {
			joined.addAll(this.numbers.joinedBy(mention));
			Mention followed = this.numbers.followed(mention);
			Keyed keys = new Keyed(followed, this.blockingKeys.apply(followed));
			this.keyed.put(mention.id(), keys);
			index(followed, keys.keys());
		});
		joined.forEach(this::followAgain);
	}

	/**
	 * Records that stand as before, but whose people are compared with other numbers than
	 * before: they are to be linked anew. Asked once.
	 * @return the records
	 */
	public List<SourceRecord> takeFollowedAnew() {
		List<SourceRecord> records = new ArrayList<>();
		for (SourceRecordId id : this.followedAnew) {
			SourceRecord record = this.state.records().get(id);
			if (record != null) {
				records.add(record);
			}
		}
		this.followedAnew.clear();
		return records;
	}

	/** Other numbers go with this one now: whoever has it is compared otherwise. */
	private void followAgain(String number) {
		for (MentionId id : List.copyOf(withNumber(number))) {
			Link link = this.state.links().get(id);
			SourceRecord record = (link != null) ? this.state.records().get(link.record()) : null;
			if (record != null) {
				for (Mention mention : standing(record)) {
					if (mention.id().equals(id)) {
						unindex(id);
						indexAnew(mention);
						this.followedAnew.add(record.id());
					}
				}
			}
		}
	}

	private void indexAnew(Mention mention) {
		Mention followed = this.numbers.followed(mention);
		index(followed, this.blockingKeys.apply(followed));
	}

	/** Every model finds people by their numbers. */
	private Set<MentionId> withNumber(String number) {
		Set<MentionId> found = new TreeSet<>();
		for (Long key : this.blockingKeys
			.apply(Mention.ofNumber(new Identifier(Identifier.NHS_NUMBER, number, true)))) {
			List<MentionId> block = this.state.blocks().get(key);
			found.addAll((block != null) ? block : List.of());
		}
		return found;
	}

	/**
	 * Sets a new mention's link and edges.
	 * @param link the link
	 */
	public void putLink(Link link) {
		removeLink(link.mention());
		this.state.links().put(link.mention(), link);
		indexLink(link);
	}

	/**
	 * Moves a mention to another person.
	 * @param link the link as it was
	 * @param person the person
	 */
	public void movePerson(Link link, PersonId person) {
		drop(this.state.persons(), link.person(), link.mention());
		this.state.links().put(link.mention(), link.in(person));
		add(this.state.persons(), person, link.mention());
	}

	/**
	 * Removes a mention's link and edges.
	 * @param mention the mention
	 */
	public void removeLink(MentionId mention) {
		Link link = this.state.links().get(mention);
		if (link == null) {
			return;
		}
		drop(this.state.persons(), link.person(), mention);
		List<Edge> edges = this.state.edges().get(mention);
		if (edges != null) {
			for (Edge edge : edges) {
				dropEdge(edge.other(), mention);
			}
			this.state.edges().remove(mention);
		}
		this.state.links().remove(mention);
	}

	/**
	 * Sets an alert.
	 * @param alert the alert
	 */
	public void putAlert(AlertMemory alert) {
		AlertMemory former = this.state.alerts().get(alert.id());
		if (former != null) {
			for (NamedChild child : former.children()) {
				drop(this.state.alertsOfChild(), child.mention(), former.id());
			}
			drop(this.state.alertsDue(), hour(former.dueAt()), former.id());
		}
		this.state.alerts().put(alert.id(), alert);
		indexAlert(alert);
	}

	/**
	 * Sets a question.
	 * @param review the question
	 */
	public void putReview(ReviewMemory review) {
		ReviewMemory former = this.state.reviews().get(review.id());
		if (former != null && former.open()) {
			drop(this.state.reviewsOfPerson(), former.one(), former.id());
			drop(this.state.reviewsOfPerson(), former.other(), former.id());
		}
		this.state.reviews().put(review.id(), review);
		indexReview(review);
	}

	/**
	 * Sets what an officer has answered, in place of an earlier answer about the same.
	 * @param answer the answer
	 */
	public void putAnswer(LinkAnswer answer) {
		LinkAnswer former = this.state.answers().get(answer.id());
		if (former != null) {
			drop(this.state.answersOf(), former.one(), former);
			drop(this.state.answersOf(), former.other(), former);
		}
		this.state.answers().put(answer.id(), answer);
		indexAnswer(answer);
	}

	/**
	 * Sets a notice.
	 * @param notice the notice
	 */
	public void putNotice(NoticeMemory notice) {
		NoticeMemory former = this.state.notices().get(notice.id());
		if (former != null) {
			drop(this.state.noticesOfChild(), former.child(), former.id());
		}
		this.state.notices().put(notice.id(), notice);
		indexNotice(notice);
	}

	/**
	 * The hour that a time lies in.
	 * @param time the time
	 * @return whole hours since 1970
	 */
	public static long hour(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), 3600L);
	}

	private static List<Mention> standing(SourceRecord record) {
		return (record.state() == RecordState.ACTIVE) ? record.mentions() : List.of();
	}

	/**
	 * Where others like a mention stand.
	 * @param mention the mention
	 * @return keys of blocks
	 */
	public Collection<Long> blocksOf(Mention mention) {
		Keyed known = this.keyed.get(mention.id());
		return (known != null && known.mention().equals(mention)) ? known.keys() : this.blockingKeys.apply(mention);
	}

	private void index(Mention mention, Collection<Long> keys) {
		this.state.mentions().put(mention.id(), mention);
		for (Long key : keys) {
			add(this.state.blocks(), key, mention.id());
		}
		for (String home : homes(mention)) {
			add(this.state.homes(), home, mention.id());
		}
	}

	private void unindex(MentionId id) {
		Mention mention = this.state.mentions().get(id);
		if (mention != null) {
			for (Long key : this.blockingKeys.apply(mention)) {
				drop(this.state.blocks(), key, id);
			}
			for (String home : homes(mention)) {
				drop(this.state.homes(), home, id);
			}
			this.state.mentions().remove(id);
		}
	}

	/** Under the number of a room alone nobody is looked for. */
	private static List<String> homes(Mention mention) {
		List<String> keys = mention.particulars().homeKeys();
		return keys.stream().anyMatch(Homes::isRoom) ? keys.stream().filter((key) -> !Homes.isRoom(key)).toList()
				: keys;
	}

	private void putRenumbering(Mention mention) {
		Renumbering given = FollowedNumbers.of(mention);
		if (given.numbers().size() > 1) {
			given.numbers().forEach((number) -> add(this.state.renumberings(), number, given));
		}
	}

	private void dropRenumbering(Mention mention) {
		Renumbering given = FollowedNumbers.of(mention);
		if (given.numbers().size() > 1) {
			given.numbers().forEach((number) -> drop(this.state.renumberings(), number, given));
		}
	}

	private void addDays(SourceRecord record) {
		DaysAhead.of(record)
			.forEach((day, people) -> people.forEach((person) -> add(this.state.daysAhead(), day, person)));
	}

	private void dropDays(SourceRecord record) {
		DaysAhead.of(record)
			.forEach((day, people) -> people.forEach((person) -> drop(this.state.daysAhead(), day, person)));
	}

	private void indexLink(Link link) {
		add(this.state.persons(), link.person(), link.mention());
		for (Edge edge : link.found()) {
			if (this.state.mentions().get(edge.other()) != null) {
				addEdge(link.mention(), edge);
				addEdge(edge.other(), new Edge(link.mention(), edge.bits()));
			}
		}
	}

	private void indexAlert(AlertMemory alert) {
		alert.children().forEach((child) -> add(this.state.alertsOfChild(), child.mention(), alert.id()));
		if (alert.unattended() && !alert.overdue()) {
			add(this.state.alertsDue(), hour(alert.dueAt()), alert.id());
		}
	}

	private void indexReview(ReviewMemory review) {
		if (review.open()) {
			add(this.state.reviewsOfPerson(), review.one(), review.id());
			add(this.state.reviewsOfPerson(), review.other(), review.id());
		}
	}

	private void indexAnswer(LinkAnswer answer) {
		add(this.state.answersOf(), answer.one(), answer);
		add(this.state.answersOf(), answer.other(), answer);
	}

	private void indexNotice(NoticeMemory notice) {
		add(this.state.noticesOfChild(), notice.child(), notice.id());
	}

	private void addEdge(MentionId from, Edge edge) {
		List<Edge> present = this.state.edges().get(from);
		List<Edge> changed = new ArrayList<>((present != null) ? present : List.of());
		changed.removeIf((known) -> known.other().equals(edge.other()));
		changed.add(edge);
		this.state.edges().put(from, changed);
	}

	private void dropEdge(MentionId from, MentionId to) {
		List<Edge> present = this.state.edges().get(from);
		if (present != null) {
			List<Edge> changed = new ArrayList<>(present);
			changed.removeIf((known) -> known.other().equals(to));
			this.state.edges().put(from, changed);
		}
		Link link = this.state.links().get(from);
		if (link != null && link.found().stream().anyMatch((edge) -> edge.other().equals(to))) {
			this.state.links().put(from, link.without(to));
		}
	}

	private static <K, V extends Comparable<? super V>> void add(Table<K, List<V>> table, K key, V value) {
		table.put(key, with(table.get(key), value));
	}

	private static <K, V extends Comparable<? super V>> void drop(Table<K, List<V>> table, K key, V value) {
		List<V> present = table.get(key);
		int at = (present != null) ? Collections.binarySearch(present, value) : -1;
		if (present == null || at < 0) {
			return;
		}
		if (present.size() == 1) {
			table.remove(key);
			return;
		}
		List<V> changed = new ArrayList<>(present);
		changed.remove(at);
		table.put(key, changed);
	}

	private static <V extends Comparable<? super V>> List<V> with(@Nullable List<V> present, V value) {
		if (present == null) {
			return List.of(value);
		}
		int at = Collections.binarySearch(present, value);
		if (at >= 0) {
			return present;
		}
		List<V> changed = new ArrayList<>(present.size() + 1);
		changed.addAll(present);
		changed.add(-at - 1, value);
		return changed;
	}

	/**
	 * A mention and its keys.
	 *
	 * @param mention the mention
	 * @param keys keys of the blocks that it stands in
	 */
	private record Keyed(Mention mention, Collection<Long> keys) {
	}

}
