// The browser is one, and its measurements should not wait for each other's pages.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
