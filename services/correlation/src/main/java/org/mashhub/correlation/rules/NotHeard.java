package org.mashhub.correlation.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Hearing;
import org.mashhub.correlation.state.FeedMemory;

/**
 * Says in words what a rule would need to hear about a child and does not. A line stays
 * the same for as long as the silence lasts, so that time alone revises nothing.
 */
public final class NotHeard {

	/** From which longest silence on the hour of the last record says nothing more. */
	private static final int A_DAY = 24;

	private NotHeard() {
	}

	/**
	 * What a rule found, with the silence of the feeds that it finds something in.
	 * @param finding what it found
	 * @param rule the rule
	 * @param child about whom
	 * @return the same, with more that is not known
	 */
	public static Finding toldWith(Finding finding, Rule rule, ChildView child) {
		return finding.withNotKnown(silent(rule.needs().stream().filter((need) -> !need.absence()).toList(), child));
	}

	/**
	 * All that is not heard.
	 * @param needs what rules need
	 * @param child about whom
	 * @return silent feeds, and what would be missed if it were published
	 */
	public static List<String> lines(Collection<Need> needs, ChildView child) {
		Set<String> lines = new LinkedHashSet<>(silent(needs, child));
		needs.stream()
			.filter((need) -> need.absence() && need.hearing(child) instanceof Hearing.NotPublished)
			.forEach((need) -> lines.add(notPublished(need, child)));
		return List.copyOf(lines);
	}

	private static String notPublished(Need need, ChildView child) {
		if (need.isOfNobodyKnown(child)) {
			return "with which GP practice the child is registered";
		}
		return Words.agency(need.agency()) + (need.agency().equals("police") ? " do" : " does") + " not publish "
				+ Words.kind(need.kind());
	}

	/**
	 * Feeds that are silent. Where nothing else came of their organisation since, one
	 * line says so; where something did, it names what is missing.
	 */
	static List<String> silent(Collection<Need> needs, ChildView child) {
		Map<Source, Set<FeedMemory>> bySource = new LinkedHashMap<>();
		needs.stream()
			.flatMap((need) -> need.feeds(child).stream())
			.forEach((feed) -> bySource
				.computeIfAbsent(new Source(feed.id().agency(), feed.id().organisation()),
						(unseen) -> new LinkedHashSet<>())
				.add(feed));
		List<String> lines = new ArrayList<>();
		bySource.forEach((source, feeds) -> {
			List<FeedMemory> silent = feeds.stream().filter((feed) -> feed.silentAt(child.clock())).toList();
			String who = source.named(bySource.keySet()) + ": no data";
			if (!silent.isEmpty() && silent.size() == regular(feeds) && !heardSince(latest(silent), source, child)) {
				lines.add(who + since(latest(silent), child));
			}
			else {
				Map<String, List<String>> kinds = new LinkedHashMap<>();
				silent.forEach((feed) -> kinds.computeIfAbsent(since(feed, child), (unseen) -> new ArrayList<>())
					.add(Words.event(feed.id().eventType())));
				kinds.forEach((since, events) -> lines
					.add(who + " of the kind" + ((events.size() > 1) ? "s " : " ") + Words.join(events) + since));
			}
		});
		return lines;
	}

	private static long regular(Collection<FeedMemory> feeds) {
		return feeds.stream()
			.filter((feed) -> feed.declaration() != null && feed.declaration().everyHours() != null)
			.count();
	}

	/** Of whatever kind: who has answered a question is not without a voice. */
	private static boolean heardSince(FeedMemory last, Source source, ChildView child) {
		return child.feeds()
			.declared()
			.stream()
			.filter((feed) -> feed.id().agency().equals(source.agency())
					&& feed.id().organisation().equals(source.organisation()))
			.anyMatch((feed) -> feed.heardAt() != null && feed.heardAt().isAfter(heardOrDeclared(last)));
	}

	private static FeedMemory latest(List<FeedMemory> feeds) {
		return feeds.stream()
			.max(Comparator.comparing(NotHeard::heardOrDeclared))
			.orElseThrow(() -> new IllegalArgumentException("no feed is silent"));
	}

	private static Instant heardOrDeclared(FeedMemory feed) {
		return (feed.heardAt() != null) ? feed.heardAt()
				: (feed.declaration() != null) ? feed.declaration().at() : Instant.EPOCH;
	}

	private static String since(FeedMemory feed, ChildView child) {
		Instant since = heardOrDeclared(feed);
		Integer hours = (feed.declaration() != null) ? feed.declaration().everyHours() : null;
		String day = Words.day(since, child.zone());
		String when = (hours != null && hours < A_DAY) ? Words.time(since, child.zone()) + " on " + day : day;
		return (feed.heardAt() != null) ? " since " + when : " since the feed was declared, " + when;
	}

	/**
	 * Who does not speak.
	 *
	 * @param agency kind of agency
	 * @param organisation the organisation
	 */
	private record Source(String agency, String organisation) {

		/** The agency in words; its organisation too where there are several. */
		String named(Collection<Source> among) {
			boolean alone = among.stream().filter((other) -> other.agency().equals(this.agency)).count() == 1;
			return Words.agency(this.agency) + (alone ? "" : " (" + this.organisation + ")");
		}

	}

}
