/*
 * The release protocol, for a model checker: "stopped means stopped". What each process stands for in the code is said in
 * README.md beside this file. One person and one grant; two gateways, each with an answer; the person takes the grant back
 * at any moment, and it ends by the ledger's clock at any moment, or neither. Every interleaving of every step is looked at.
 *
 * A step is one statement or one atomic block: what PostgreSQL or Node does in one go. Between two steps anything may happen
 * to everybody else, for as long as it likes: an answer may be slow, a process may be killed, a connection may break.
 *
 * Names after "#ifdef" break the protocol, or ask whether something can happen at all: see variants.ts.
 */

#ifndef GATEWAYS
#define GATEWAYS 2
#endif
#ifndef TRIES
#define TRIES 1    /* numbers under which an answer is released: three in the code, each like the one before */
#endif
#ifndef TELLS
#define TELLS 2    /* times the same number is sent: once more when its answer was lost */
#endif
#ifndef WRITES
#define WRITES 2   /* pieces in which an answer is written */
#endif
#ifndef D
#define D 2        /* the deadline, in ticks */
#endif

/* ------------------------------------------------------------ the promises */
#if !defined(ONLY) || ONLY == 1
#define NOT_AFTER_WITHDRAWAL assert(!withdrawn)
#else
#define NOT_AFTER_WITHDRAWAL skip
#endif
#if !defined(ONLY) || ONLY == 2
#define NOT_AFTER_ACKNOWLEDGEMENT assert(!acknowledged)
#else
#define NOT_AFTER_ACKNOWLEDGEMENT skip
#endif
#if !defined(ONLY) || ONLY == 3
#define NOT_AFTER_EXPIRY assert(!late)
#else
#define NOT_AFTER_EXPIRY skip
#endif
#if !defined(ONLY) || ONLY == 4
#define ON_THE_RECORD assert(disclosure[RELEASE] == COMMITTED)
#else
#define ON_THE_RECORD skip
#endif

/* -------------------------------------------------------------- the ledger */
bool withdrawn;                        /* the withdrawal is committed: every statement that begins now sees it */
bool expired;                          /* the ledger's clock has reached the end of the grant */
bool alone;                            /* the person's advisory lock, held alone ... */
byte shared;                           /* ... or by so many together */
#define NONE 0
#define PENDING 1                      /* inserted and not committed: it holds the unique key */
#define COMMITTED 2
byte disclosure[GATEWAYS * TRIES];     /* by request and number */

/* -------------------------------------------------------------------- time */
byte left[GATEWAYS];                   /* ticks until the deadline of each gateway's answer; 0: it has passed */
byte waits;                            /* ticks that the withdrawal still waits before it is acknowledged */
bool acknowledged;                     /* the person has read "stopped" */

/* What a gateway and the decision service say to each other, by request, number and how often it was sent. */
#define UNASKED 0
#define ASKED 1
#define RELEASED 2
#define CHANGED 3
#define UNHEARD 4                      /* nobody listens any more */
byte talk[GATEWAYS * TRIES * TELLS];

/* One transaction of the decision service. It goes on to its end also when nobody listens any more. */
proctype Transaction(byte release; byte told)
{
  bool seen, late;

#ifdef LOCK_AND_READ_IN_ONE
end_unasked_yet:
  talk[told] != UNASKED -> seen = withdrawn;     /* the snapshot is taken when the statement begins, and then it waits */
#endif
#ifdef RELEASE_WITHOUT_LOCK
end_unasked:
  talk[told] != UNASKED;
#else
end_unasked:
  if
  :: atomic { talk[told] != UNASKED && !alone -> shared++ }
  :: atomic { talk[told] != UNASKED -> goto answer }        /* waited too long, or the connection broke: nothing was done */
  fi;
#endif
#ifndef LOCK_AND_READ_IN_ONE
  seen = withdrawn;                    /* a statement of its own: its snapshot */
#endif
  atomic {
    late = expired;                    /* the clock is read within it, after the snapshot: the disclosure's time */
#ifndef NO_SECOND_DECISION
    if
    :: seen || late -> goto rolledBack
    :: else
    fi;
#endif
    skip
  };
  if
  :: atomic { disclosure[release] == NONE -> disclosure[release] = PENDING }
  :: disclosure[release] == COMMITTED -> goto rolledBack    /* the unique key: it was released before */
  fi;                                  /* while it is PENDING, this waits for the other transaction */
  if
  :: atomic { NOT_AFTER_WITHDRAWAL; NOT_AFTER_EXPIRY; disclosure[release] = COMMITTED }
  :: disclosure[release] = NONE; goto rolledBack            /* the service or its connection ended before the commit */
  fi;
rolledBack:                            /* or committed: locks are let go after the commit can be seen */
  atomic {
#ifndef RELEASE_WITHOUT_LOCK
    shared--;
#endif
    skip;
answer:                                /* committed, by this transaction or by an earlier one of the very same number? */
    if
    :: talk[told] == UNHEARD
    :: talk[told] == ASKED -> talk[told] = (disclosure[release] == COMMITTED -> RELEASED : CHANGED)
    fi;
    seen = false;
    late = false
  }
}

#define RELEASE (g * TRIES + attempt)
#define TOLD (RELEASE * TELLS + tell)

/* One request: decided, fetched, released, written. It may end at any point, as a process does that is killed. */
proctype Gateway(byte g)
{
  byte attempt, tell, written;

  if
  :: atomic { withdrawn || expired -> goto withheld }
  :: atomic { !(withdrawn || expired) -> skip }
  fi;
  /* here it fetches, for as long as it takes */

release:
  atomic {
    if
    :: attempt == TRIES -> goto withheld
    :: else
    fi;
    left[g] = D; tell = 0; talk[TOLD] = ASKED    /* the deadline begins before the question leaves */
  };
listen:
  if
  :: atomic {
      talk[TOLD] == RELEASED -> talk[TOLD] = UNHEARD;
#ifdef DEADLINE_FROM_THE_ANSWER
      left[g] = D;
#endif
#ifndef DEADLINE_NOT_CHECKED
      if
      :: left[g] == 0 -> attempt++; goto release /* released, and too late to be told: recorded anew */
      :: else
      fi;
#endif
      skip
    }
  :: atomic {
      talk[TOLD] == CHANGED -> talk[TOLD] = UNHEARD;
#ifdef REACH_CHANGED
      assert(false);
#endif
      if                               /* what holds now, read anew: it is fetched again, or withheld */
      :: withdrawn || expired -> goto withheld
      :: else -> attempt++; goto release
      fi
    }
  :: atomic { tell + 1 < TELLS -> talk[TOLD] = UNHEARD; tell++; talk[TOLD] = ASKED; goto listen }
                                       /* the answer was lost: the same question, under the same number and deadline */
  :: atomic { talk[TOLD] = UNHEARD; goto withheld }         /* lost again, or killed while it waited */
  fi;
write:
  if
  :: written == WRITES -> goto told
  :: goto withheld                     /* killed, between the commit and a write */
#ifdef DEADLINE_NOT_CHECKED
  :: atomic { written < WRITES -> ON_THE_RECORD; NOT_AFTER_ACKNOWLEDGEMENT; written++; goto write }
#else
  :: atomic { written < WRITES && left[g] == 0 -> goto withheld }
#ifdef STANDS_STILL_BEFORE_THE_WRITE
  :: written < WRITES && left[g] > 0 ->          /* the clock is read, and then the process stands still */
    atomic { ON_THE_RECORD; NOT_AFTER_ACKNOWLEDGEMENT; written++; goto write }
#else
  :: atomic { written < WRITES && left[g] > 0 -> ON_THE_RECORD; NOT_AFTER_ACKNOWLEDGEMENT; written++; goto write }
#endif                                 /* the clock is read immediately before the write: one turn of Node's */
#endif
  fi;

told:
#ifdef REACH_TOLD
  assert(false);
#endif
#ifdef REACH_TOLD_AFTER_LOSS
  assert(tell == 0);
#endif
#ifdef REACH_TOLD_AT_A_LATER_NUMBER
  assert(attempt == 0);
#endif
#ifdef REACH_TOLD_BEFORE_ACKNOWLEDGED
  assert(!withdrawn);
#endif
  skip;
withheld:
  atomic { left[g] = 0; attempt = 0; tell = 0; written = 0 }
}

/* The person takes the grant back: the event, what follows from it, and then the answer to them. */
proctype Withdrawal()
{
#ifndef WITHDRAWAL_WITHOUT_LOCK
#ifdef WAITS_FROM_BEFORE_THE_LOCK
  waits = D;
#endif
  atomic { !alone && shared == 0 -> alone = true };
#endif
#if !defined(ACKNOWLEDGED_AT_ONCE) && !defined(WAITS_FROM_BEFORE_THE_LOCK)
  waits = D;                           /* the clock is read when the lock is had; what follows may take longer than this */
#endif
  if
  :: withdrawn = true                  /* the commit */
  :: goto failed                       /* or it fails, nothing happened, and the person is told so */
  fi;
#ifndef WITHDRAWAL_WITHOUT_LOCK
  alone = false;
#endif
  atomic { waits == 0 -> acknowledged = true };
#ifdef REACH_ACKNOWLEDGED
  assert(false);
#endif
  goto done;
failed:
#ifndef WITHDRAWAL_WITHOUT_LOCK
  alone = false;
#endif
done:
  skip
}

/* Deadlines and waiting are measured by clocks that run alike; the end of the grant by the ledger's alone. */
proctype Clock()
{
  byte g;
end_nothing_runs:
  do
  :: atomic {
      (left[0] > 0 || left[GATEWAYS - 1] > 0 || waits > 0) ->
      for (g : 0 .. GATEWAYS - 1) { left[g] = (left[g] > 0 -> left[g] - 1 : 0) }
      waits = (waits > 0 -> waits - 1 : 0);
      g = 0
    }
  od
}

proctype Expiry()
{
end_never:
  expired = true
}

init
{
  byte release, told;
  atomic {
    run Clock();
    run Expiry();
    run Withdrawal();
    do
    :: told < GATEWAYS * TRIES * TELLS -> run Transaction(told / TELLS, told); told++
    :: else -> break
    od;
    do
    :: release < GATEWAYS -> run Gateway(release); release++
    :: else -> break
    od;
    release = 0; told = 0
  }
}
