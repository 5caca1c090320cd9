package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.messaging.Contracts;

/**
 * What organisations have declared to publish. The newest declaration of a feed stands;
 * the same declared again keeps the time of the first, so that to repeat it restarts no
 * silence.
 */
class FeedDeclarations {

	private static final Logger LOG = LoggerFactory.getLogger(FeedDeclarations.class);

	private final KeptRecords kept;

	private final EventLog log;

	private final AdapterMetrics metrics;

	private final Clock clock;

	private final ReceiptIds receipts = new ReceiptIds();

	FeedDeclarations(KeptRecords kept, EventLog log, AdapterMetrics metrics, Clock clock) {
		this.kept = kept;
		this.log = log;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * What stands.
	 * @param sender whose declarations
	 * @return those of the sender's organisation, of a scenario's area where the sender
	 * names one
	 * @throws LogUnavailableException when broker or registry do not answer in time
	 */
	List<FeedDeclared> standing(Sender sender) {
		return this.kept.newest(FeedDeclared.class, sender.agency() + "/" + sender.organisation() + "/")
			.values()
			.stream()
			.filter((feed) -> !feed.getEnded())
			.filter((feed) -> feed.getArea().equals(Optional.ofNullable(sender.areaHint())))
			.sorted(Comparator.comparing(FeedDeclared::getEventType))
			.toList();
	}

	/**
	 * Declares all that the sender's organisation publishes.
	 * @param sender who declares
	 * @param notice what is published
	 * @param dryRun true to check it only
	 * @return what is declared, then what has ended by it
	 * @throws NoticeRefusedException when it cannot be right
	 * @throws ForeignOrganisationException when it is about another organisation
	 * @throws LogUnavailableException when broker or registry do not take it in time; to
	 * repeat it does no harm
	 */
	List<FeedDeclared> declare(Sender sender, FeedsNotice notice, boolean dryRun) {
		sender.mustBe("organisation", notice.organisation());
		check(sender, notice.feeds());
		Map<String, FeedDeclared> before = standing(sender).stream()
			.collect(Collectors.toMap(FeedDeclared::getEventType, Function.identity()));
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<FeedDeclared> declared = new ArrayList<>();
		for (FeedsNotice.Feed feed : notice.feeds()) {
			Integer hours = Optional.ofNullable(feed.longestSilence()).flatMap(LongestSilence::hours).orElse(null);
			FeedDeclared known = before.remove(feed.eventType());
			boolean same = known != null && known.getExpectedEveryHours().equals(Optional.ofNullable(hours));
			declared.add(declaration(sender, feed.eventType(), hours,
					(known != null && same) ? known.getDeclaredAt() : now, false));
		}
		before.values()
			.stream()
			.sorted(Comparator.comparing(FeedDeclared::getEventType))
			.forEach((over) -> declared.add(declaration(sender, over.getEventType(), null, now, true)));
		if (!dryRun) {
			publish(sender, declared);
		}
		return declared;
	}

	private FeedDeclared declaration(Sender sender, String eventType, @Nullable Integer hours, Instant at,
			boolean ended) {
		return FeedDeclared.newBuilder()
			.setReceiptId(this.receipts.mint(this.clock.instant()))
			.setArea(sender.areaHint())
			.setAgency(sender.agency())
			.setOrganisationCode(sender.organisation())
			.setEventType(eventType)
			.setExpectedEveryHours(hours)
			.setDeclaredAt(at)
			.setEnded(ended)
			.build();
	}

	private static void check(Sender sender, List<FeedsNotice.Feed> feeds) {
		List<String> own = Contracts.all()
			.stream()
			.filter((contract) -> contract.topic().startsWith(sender.agency() + "."))
			.map((contract) -> contract.schema().getName())
			.sorted()
			.toList();
		List<FieldProblem> problems = new ArrayList<>();
		Set<String> named = new HashSet<>();
		for (int at = 0; at < feeds.size(); at++) {
			FeedsNotice.Feed feed = feeds.get(at);
			String path = "feeds[" + at + "].";
			if (!own.contains(feed.eventType())) {
				problems.add(new FieldProblem(path + "eventType", "is not an event of this agency",
						"Send one of: " + String.join(", ", own) + "."));
			}
			else if (!named.add(feed.eventType())) {
				problems.add(new FieldProblem(path + "eventType", "is named twice", "Name each event once."));
			}
			if (feed.longestSilence() != null && LongestSilence.hours(feed.longestSilence()).isEmpty()) {
				problems.add(new FieldProblem(path + "longestSilence", "is not a time between an hour and a year",
						LongestSilence.REMEDY));
			}
		}
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	private void publish(Sender sender, List<FeedDeclared> declared) {
		String topic = Contracts.topicOf(FeedDeclared.class);
		try {
			CompletableFuture
				.allOf(declared.stream()
					.map((feed) -> this.log.append(topic, key(feed), feed))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		declared.forEach((feed) -> this.metrics.accepted(sender.agency(), feed.getSchema().getName()));
		LOG.atInfo()
			.addKeyValue("agency", sender.agency())
			.addKeyValue("organisation", sender.organisation())
			.addKeyValue("declared", declared.stream().filter((feed) -> !feed.getEnded()).count())
			.addKeyValue("ended", declared.stream().filter(FeedDeclared::getEnded).count())
			.log("Took an organisation's declaration of its feeds");
	}

	/** A scenario's declaration must not take the place of the real one. */
	private static String key(FeedDeclared feed) {
		String real = feed.getAgency() + "/" + feed.getOrganisationCode() + "/" + feed.getEventType();
		return feed.getArea().map((area) -> real + "/" + area).orElse(real);
	}

}
