package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// The tables of `frcpa` and `frsqrta` as simulators of the architecture have them, number by number: the highest eleven bits of significands.
final class ReciprocalTables {
    private static final String RECIPROCALS = """
        7fc 7f4 7ec 7e4 7dd 7d5 7cd 7c6 7be 7b7 7af 7a8 7a1 799 792 78b 784 77d 776 76f 768 761 75b 754 74d 746 740 739 733 72c 726 720
        719 713 70d 707 700 6fa 6f4 6ee 6e8 6e2 6dc 6d7 6d1 6cb 6c5 6bf 6ba 6b4 6af 6a9 6a3 69e 699 693 68e 688 683 67e 679 673 66e 669
        664 65f 65a 655 650 64b 646 641 63c 637 632 62e 629 624 61f 61b 616 611 60d 608 604 5ff 5fb 5f6 5f2 5ed 5e9 5e5 5e0 5dc 5d8 5d4
        5cf 5cb 5c7 5c3 5bf 5bb 5b6 5b2 5ae 5aa 5a6 5a2 59e 59a 597 593 58f 58b 587 583 57f 57c 578 574 571 56d 569 566 562 55e 55b 557
        554 550 54d 549 546 542 53f 53b 538 534 531 52e 52a 527 524 520 51d 51a 517 513 510 50d 50a 507 503 500 4fd 4fa 4f7 4f4 4f1 4ee
        4eb 4e8 4e5 4e2 4df 4dc 4d9 4d6 4d3 4d0 4cd 4ca 4c8 4c5 4c2 4bf 4bc 4b9 4b7 4b4 4b1 4ae 4ac 4a9 4a6 4a4 4a1 49e 49c 499 496 494
        491 48e 48c 489 487 484 482 47f 47c 47a 477 475 473 470 46e 46b 469 466 464 461 45f 45d 45a 458 456 453 451 44f 44c 44a 448 445
        443 441 43f 43c 43a 438 436 433 431 42f 42d 42b 429 426 424 422 420 41e 41c 41a 418 415 413 411 40f 40d 40b 409 407 405 403 401""";

    private static final String ROOTS = """
        5a5 5a0 59a 595 58f 58a 585 580 57a 575 570 56b 566 561 55d 558 553 54e 54a 545 540 53c 538 533 52f 52a 526 522 51e 51a 515 511
        50d 509 505 501 4fd 4fa 4f6 4f2 4ee 4ea 4e7 4e3 4df 4dc 4d8 4d5 4d1 4ce 4ca 4c7 4c3 4c0 4bd 4b9 4b6 4b3 4b0 4ad 4a9 4a6 4a3 4a0
        49d 49a 497 494 491 48e 48b 488 485 482 47f 47d 47a 477 474 471 46f 46c 469 467 464 461 45f 45c 45a 457 454 452 44f 44d 44a 448
        445 443 441 43e 43c 43a 437 435 433 430 42e 42c 429 427 425 423 420 41e 41c 41a 418 416 414 411 40f 40d 40b 409 407 405 403 401
        7fc 7f4 7ec 7e5 7dd 7d5 7ce 7c7 7bf 7b8 7b1 7aa 7a3 79c 795 78e 788 781 77a 774 76d 767 761 75a 754 74e 748 742 73c 736 730 72b
        725 71f 71a 714 70f 709 704 6fe 6f9 6f4 6ee 6e9 6e4 6df 6da 6d5 6d0 6cb 6c6 6c1 6bd 6b8 6b3 6ae 6aa 6a5 6a1 69c 698 693 68f 68a
        686 682 67d 679 675 671 66d 668 664 660 65c 658 654 650 64c 649 645 641 63d 639 635 632 62e 62a 627 623 620 61c 618 615 611 60e
        60a 607 604 600 5fd 5f9 5f6 5f3 5f0 5ec 5e9 5e6 5e3 5df 5dc 5d9 5d6 5d3 5d0 5cd 5ca 5c7 5c4 5c1 5be 5bb 5b8 5b5 5b2 5af 5ac 5aa""";

    /// By the eight bits after the first.
    static final Seq<Integer> OF_RECIPROCALS = read(RECIPROCALS);

    /// By the seven bits after the first; the second half where the power of two is even.
    static final Seq<Integer> OF_ROOTS = read(ROOTS);

    private ReciprocalTables() { }

    private static Seq<Integer> read(String table) {
        return Vector.of(table.strip().split("\\s+")).map(each -> Integer.parseInt(each, 16));
    }
}
