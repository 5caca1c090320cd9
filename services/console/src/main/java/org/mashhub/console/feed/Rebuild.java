package org.mashhub.console.feed;

import org.mashhub.console.ConsoleSettings;
import org.mashhub.console.ledger.Ledger;
import org.mashhub.console.readmodel.ReadModelWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the read model and the ledger of feeds anew from the topics. Every instance
 * notices by the generation and goes back to the start; nobody has to be stopped.
 */
@Component
public class Rebuild implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

	private final ConsoleSettings settings;

	private final ReadModelWriter writer;

	private final Ledger ledger;

	private final FeedPositions positions;

	private final FeedPositions ledgerPositions;

	private final TransactionTemplate transactions;

	Rebuild(ConsoleSettings settings, ReadModelWriter writer, Ledger ledger,
			@Qualifier("readModelPositions") FeedPositions positions,
			@Qualifier("ledgerPositions") FeedPositions ledgerPositions,
			PlatformTransactionManager transactionManager) {
		this.settings = settings;
		this.writer = writer;
		this.ledger = ledger;
		this.positions = positions;
		this.ledgerPositions = ledgerPositions;
		this.transactions = new TransactionTemplate(transactionManager);
	}

	@Override
	public void afterPropertiesSet() {
		if (this.settings.rebuild()) {
			start();
		}
	}

	/** Empties the read model; the feed then fills it from the start of every topic. */
	public void start() {
		this.transactions.executeWithoutResult((status) -> {
			this.positions.nextGeneration();
			this.ledgerPositions.nextGeneration();
			this.writer.clear();
			this.ledger.clear();
		});
		log.info("Emptied the read model; it is read again from the start of every topic");
	}

}
