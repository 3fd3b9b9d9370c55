"""Look for passages in newer copies, and remember by what copies are found that repeat another."""

from django.core.management import BaseCommand

from cases.models import Sketch, Snapshot, Trace
from config.records.progress import progress


class Command(BaseCommand):
    help = (
        "Do for kept copies what is otherwise done when each is kept: look for the passages cited "
        "from older copies, and remember a few runs of words by which repeats are found. Needed "
        "after copies were loaded past Tizim. It may be broken off and goes on from there."
    )

    def handle(self, **options):
        missing = Snapshot.objects.filter(sketch=None).count()
        for _ in progress(Sketch.objects.draw_missing(), missing, "copies"):
            pass
        sources = sorted(Trace.sources_waiting())
        looked = sum(
            Trace.objects.follow(source=source)
            for source in progress(sources, len(sources), "sources")
        )
        self.stdout.write(f"Copies remembered: {missing}. Passages looked for: {looked}.")
