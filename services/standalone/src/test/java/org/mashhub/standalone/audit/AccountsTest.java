package org.mashhub.standalone.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.mashhub.standalone.CannotProceedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When a receipt balances. */
class AccountsTest {

	private final UUID receipt = UUID.randomUUID();

	private final Accounts accounts = new Accounts(1000);

	@Test
	void recordOfTwoAreasBalancesWithTwoOutcomes() {
		this.accounts.accept(this.receipt, 3);
		this.accounts.applied(this.receipt);
		this.accounts.logged(this.receipt, 2);
		assertThat(this.accounts.isSettled(this.receipt)).isFalse();
		this.accounts.logged(this.receipt, 2);
		this.accounts.quarantined(this.receipt);

		assertThat(this.accounts.isSettled(this.receipt)).isTrue();
		assertThat(this.accounts.unsettled()).isZero();
		assertThat(this.accounts.feedOf(this.receipt)).isEqualTo(3);
	}

	@Test
	void lostEntryDoesNotBalance() {
		this.accounts.accept(this.receipt, 0);
		this.accounts.logged(this.receipt, 2);
		this.accounts.applied(this.receipt);

		assertThat(this.accounts.isSettled(this.receipt)).isFalse();
		assertThat(this.accounts.unsettled()).isEqualTo(1);
	}

	@Test
	void outcomeThatIsThereTwiceDoesNotBalance() {
		this.accounts.accept(this.receipt, 0);
		this.accounts.logged(this.receipt, 1);
		this.accounts.applied(this.receipt);
		this.accounts.applied(this.receipt);

		assertThat(this.accounts.unsettled()).isEqualTo(1);
	}

	@Test
	void whatIntakeRefusedBalancesWithoutTheLog() {
		this.accounts.accept(this.receipt, 0);
		this.accounts.refused(this.receipt);

		assertThat(this.accounts.unsettled()).isZero();
	}

	@Test
	void receiptIsAcceptedOnceAndStrangersHaveNoAccount() {
		assertThat(this.accounts.accept(this.receipt, 0)).isTrue();
		assertThat(this.accounts.accept(this.receipt, 0)).isFalse();

		assertThat(this.accounts.feedOf(UUID.randomUUID())).isEqualTo(-1);
	}

	@Test
	void everyReceiptFindsItsOwnAccountWhenAllAreTaken() {
		List<UUID> all = Stream.generate(UUID::randomUUID).limit(1000).toList();

		IntStream.range(0, all.size()).forEach((at) -> this.accounts.accept(all.get(at), at));

		assertThat(all.stream().map(this.accounts::feedOf).toList())
			.isEqualTo(IntStream.range(0, all.size()).boxed().toList());
	}

	@Test
	void moreThanTheMemoryHoldsIsRefusedWithARemedy() {
		assertThatThrownBy(() -> new Accounts(2_000_000_000)).isInstanceOf(CannotProceedException.class);
	}

}
