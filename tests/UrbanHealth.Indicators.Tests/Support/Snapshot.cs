using Snapshooter.Xunit;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>Snapshots of what people read, behind one helper so that the tool can be changed in one place.</summary>
internal static class Snapshots
{
    /// <summary>Compares text with the stored snapshot of that name beside the test (folder __snapshots__).</summary>
    public static void Match(string text, string name) => Snapshot.Match(text, name);
}
